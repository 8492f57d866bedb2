package io.vedette.text.step;

import io.vedette.text.Annotations;
import io.vedette.text.Annotator;
import io.vedette.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** An annotator and the steps after it, each result checked before the next sees it.  Immutable. */
public final class SteppedAnnotator implements Annotator {

    private record Named(String id, AnnotationStep step) {}

    private final Annotator first;
    private final List<Named> steps;

    private SteppedAnnotator(Annotator first, List<Named> steps) {
        this.first = first;
        this.steps = List.copyOf(steps);
    }

    /**
     * With the steps of these names, in this order, from the class path.
     *
     * @param first tags before them
     * @param names of {@link AnnotationStepProvider}s
     * @param settings for all steps: {@code name.key} and its value
     * @throws StepException if there is no step of a name, or it refuses its settings
     */
    public static SteppedAnnotator of(Annotator first, List<String> names, Map<String, String> settings) {
        List<AnnotationStepProvider> providers = new ArrayList<>();
        if (!names.isEmpty()) {
            ServiceLoader.load(AnnotationStepProvider.class).forEach(providers::add);
        }
        List<Named> steps = new ArrayList<>();
        for (String name : names) {
            AnnotationStepProvider provider = provider(name, providers);
            steps.add(new Named(name + " " + provider.version(), create(provider, settings)));
        }
        return new SteppedAnnotator(first, steps);
    }

    private static AnnotationStepProvider provider(String name, List<AnnotationStepProvider> providers) {
        List<AnnotationStepProvider> named = providers.stream()
                .filter(provider -> provider.name().equals(name))
                .toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        String there =
                providers.stream().map(AnnotationStepProvider::name).sorted().collect(Collectors.joining(", "));
        throw new StepException(
                named.isEmpty()
                        ? "there is no step \"" + name + "\" on the class path; there is "
                                + (there.isEmpty() ? "none at all" : there) + ": add its jar, or leave it out"
                        : named.size() + " jars bring a step \"" + name + "\": leave one on the class path");
    }

    private static AnnotationStep create(AnnotationStepProvider provider, Map<String, String> settings) {
        String prefix = provider.name() + ".";
        Map<String, String> own = settings.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(prefix))
                .collect(Collectors.toUnmodifiableMap(
                        setting -> setting.getKey().substring(prefix.length()), Map.Entry::getValue));
        try {
            return provider.create(own);
        } catch (IllegalArgumentException e) {
            throw new StepException("step \"" + provider.name() + "\": " + e.getMessage(), e);
        }
    }

    /** The same steps after another annotator. */
    public SteppedAnnotator after(Annotator other) {
        return new SteppedAnnotator(other, steps);
    }

    /** The steps with their versions, {@code name version} each, in their order. */
    public List<String> steps() {
        return steps.stream().map(Named::id).toList();
    }

    @Override
    public Annotations annotate(Document document) {
        Annotations found = first.annotate(document);
        for (Named named : steps) {
            found = named.step().refine(document, found);
            AnnotationCheck.check(document, found, named.id());
        }
        return found;
    }
}
