import { useRoute } from "preact-iso/router";
import { useAddress } from "../app/address";
import { WatchList } from "./WatchList";
import { WatchPage } from "./WatchPage";

/** All watches, or the one that the address names; "+new", which is nobody's id, is one that is yet to be. */
export default function WatchesView() {
  const { params } = useRoute();
  const address = useAddress();
  const id = params.id;
  if (id === undefined || id === "") return <WatchList />;
  if (id === "+new")
    return <WatchPage key="+new" id={null} query={address.get("query")} copyOf={address.get("copy")} />;
  return <WatchPage key={id} id={id} query="" copyOf="" />;
}
