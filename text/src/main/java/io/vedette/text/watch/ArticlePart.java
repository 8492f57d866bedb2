package io.vedette.text.watch;

import io.vedette.text.watch.query.Expression;
import io.vedette.text.watch.query.Words;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A condition on the article as a whole, whatever the scope: outlet, domain, language, age. */
record ArticlePart(String source, Test test) implements Condition {

    /** What is asked of an article. */
    interface Test {

        boolean isTrueOf(MatchableArticle article);

        /** What the article has there, in words for a reader. */
        String instead(MatchableArticle article);
    }

    static ArticlePart of(Expression.Clause clause) {
        if (clause instanceof Expression.FromSource source) {
            return new ArticlePart(source.source(), new FromSource(Words.of(source.name())));
        } else if (clause instanceof Expression.FromDomain domain) {
            return new ArticlePart(
                    domain.source(), new FromDomain(domain.domain().toLowerCase(Locale.ROOT)));
        } else if (clause instanceof Expression.InLanguage language) {
            return new ArticlePart(
                    language.source(), new InLanguage(language.language().toLowerCase(Locale.ROOT)));
        }
        Expression.Aged aged = (Expression.Aged) clause;
        return new ArticlePart(aged.source(), new Aged(aged.comparison(), aged.age()));
    }

    @Override
    public boolean holds(Scope scope) {
        return test.isTrueOf(scope.article());
    }

    @Override
    public boolean collect(Scope scope, boolean wanted, Reasons reasons) {
        boolean truth = holds(scope);
        if (truth && wanted) {
            reasons.article(source, test.instead(scope.article()));
        }
        return truth;
    }

    @Override
    public Explanation explain(Scope scope) {
        return Explanation.clause(source, holds(scope), "it is: " + test.instead(scope.article()));
    }

    /** The host of an address, lower case; null where it has none. */
    static @Nullable String host(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            String host = URI.create(url.strip()).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null; // whoever wrote this address, it names no host
        }
    }

    /** The primary subtag of the article's language, lower case. */
    static String languageOf(MatchableArticle article) {
        String tag = article.annotations().language();
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    /** How old it was when it was accepted; null where that is not known. */
    static @Nullable Duration age(MatchableArticle article) {
        Instant published = article.provenance().published();
        Instant accepted = article.provenance().accepted();
        return published == null || accepted == null ? null : Duration.between(published, accepted);
    }

    private record FromSource(List<String> name) implements Test {

        @Override
        public boolean isTrueOf(MatchableArticle article) {
            String source = article.provenance().source();
            return source != null && Words.of(source).equals(name);
        }

        @Override
        public String instead(MatchableArticle article) {
            String source = article.provenance().source();
            return source == null ? "not known" : source;
        }
    }

    private record FromDomain(String domain) implements Test {

        @Override
        public boolean isTrueOf(MatchableArticle article) {
            String host = host(article.provenance().url());
            return host != null && (host.equals(domain) || host.endsWith("." + domain));
        }

        @Override
        public String instead(MatchableArticle article) {
            String host = host(article.provenance().url());
            return host == null ? "not known" : host;
        }
    }

    private record InLanguage(String language) implements Test {

        @Override
        public boolean isTrueOf(MatchableArticle article) {
            return languageOf(article).equals(language);
        }

        @Override
        public String instead(MatchableArticle article) {
            return languageOf(article);
        }
    }

    private record Aged(Expression.Comparison comparison, Duration than) implements Test {

        @Override
        public boolean isTrueOf(MatchableArticle article) {
            Duration age = age(article);
            return age != null && comparison.accepts(age.compareTo(than));
        }

        @Override
        public String instead(MatchableArticle article) {
            Duration age = age(article);
            return age == null ? "not known" : age.toHours() + " hours old";
        }
    }
}
