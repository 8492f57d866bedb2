package io.vedette.runtime.config;

/**
 * What may leave Vedette of articles whose sources allow only a snippet of their text.
 *
 * @param snippetLimit how long such a snippet may be, in UTF-16 code units
 */
public record DisclosureConfig(@Default("200") int snippetLimit) {

    public DisclosureConfig {
        Require.range("snippetLimit", snippetLimit, 1, 600);
    }
}
