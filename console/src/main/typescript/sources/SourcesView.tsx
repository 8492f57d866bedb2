import { useRoute } from "preact-iso/router";
import { useAddress } from "../app/address";
import { SourceList } from "./SourceList";
import { SourcePage } from "./SourcePage";

/** All sources, or the one that the address names; "+new", which is nobody's id, is one that is yet to be. */
export default function SourcesView() {
  const { params } = useRoute();
  const url = useAddress().get("url");
  const id = params.id;
  if (id === undefined || id === "") return <SourceList />;
  return <SourcePage key={id} id={id === "+new" ? null : id} url={url} />;
}
