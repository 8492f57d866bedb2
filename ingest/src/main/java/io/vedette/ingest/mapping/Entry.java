package io.vedette.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.ingest.html.HtmlText;
import io.vedette.ingest.item.Addresses;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a mapping is applied to: a part of a page, a row, a JSON object. */
public sealed interface Entry {

    /** The value at a place, stripped; empty if there is none, or a blank one. */
    Optional<String> at(Place place);

    /**
     * An item of a page.
     *
     * @param page all of it
     * @param base against which its addresses are resolved
     */
    record OfPage(Element item, Element page, URI base) implements Entry {

        private static final Set<String> ADDRESSES = Set.of("href", "src", "cite", "action");

        @Override
        public Optional<String> at(Place place) {
            if (place instanceof Place.Constant constant) {
                return Optional.of(constant.value());
            }
            if (!(place instanceof Place.Select select)) {
                return Optional.empty();
            }
            Element within = select.everywhere() ? page : item;
            List<Element> found = select.selector() == null ? List.of(within) : within.select(select.selector());
            return present(found.stream()
                    .map(e -> value(e, select.attribute()))
                    .filter(s -> !s.isBlank())
                    .limit(select.all() ? Long.MAX_VALUE : 1)
                    .collect(Collectors.joining("\n")));
        }

        private String value(Element element, @Nullable String attribute) {
            if (attribute == null) {
                return HtmlText.of(element.outerHtml());
            }
            String value = element.attr(attribute).strip();
            return ADDRESSES.contains(attribute)
                    ? Addresses.resolve(base, value).map(URI::toString).orElse(value)
                    : value;
        }
    }

    /** A row of columns. */
    record OfRow(List<String> columns) implements Entry {

        /** Copies the columns. */
        public OfRow {
            columns = List.copyOf(columns);
        }

        @Override
        public Optional<String> at(Place place) {
            if (place instanceof Place.Constant constant) {
                return Optional.of(constant.value());
            }
            return place instanceof Place.Column column && column.number() <= columns.size()
                    ? present(columns.get(column.number() - 1))
                    : Optional.empty();
        }
    }

    /** A JSON object; numbers stand for their text, lists for their values, joined by commas. */
    record OfJson(JsonNode object) implements Entry {

        @Override
        public Optional<String> at(Place place) {
            if (place instanceof Place.Constant constant) {
                return Optional.of(constant.value());
            }
            return place instanceof Place.Pointer pointer
                    ? present(text(object.at(pointer.pointer())))
                    : Optional.empty();
        }

        private static String text(JsonNode node) {
            return node.isArray()
                    ? StreamSupport.stream(node.spliterator(), false)
                            .filter(JsonNode::isValueNode)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(", "))
                    : node.isObject() ? node.toString() : node.isNull() ? "" : node.asText();
        }
    }

    private static Optional<String> present(@Nullable String value) {
        String stripped = Objects.requireNonNullElse(value, "").strip();
        return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
    }
}
