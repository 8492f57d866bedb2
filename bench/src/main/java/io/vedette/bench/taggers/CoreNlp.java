package io.vedette.bench.taggers;

import io.vedette.text.Document;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stanford CoreNLP's recogniser of persons, organisations and locations (english.all.3class.distsim), to compare with.
 * It is under the GPL: {@code bench/run taggers} fetches it into a folder of its own, and it is called by reflection, so
 * that nothing of Vedette is compiled against it or brings it along.
 */
final class CoreNlp implements AutoCloseable {

    private static final String CLASSIFIER = "edu.stanford.nlp.ie.crf.CRFClassifier";
    private static final String MODEL = "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

    private final URLClassLoader jars;
    private final MethodHandle classify;
    private long found;

    private CoreNlp(URLClassLoader jars, MethodHandle classify) {
        this.jars = jars;
        this.classify = classify;
    }

    /** From the jars of a folder; null if there are none. */
    static @Nullable CoreNlp open(@Nullable String folder) throws IOException, ReflectiveOperationException {
        List<URL> jars = folder == null ? List.of() : jars(Path.of(folder));
        if (jars.isEmpty()) {
            return null;
        }
        URLClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Class<?> type = loader.loadClass(CLASSIFIER);
            Object classifier = type.getMethod("getClassifier", String.class).invoke(null, MODEL);
            MethodHandle method = MethodHandles.publicLookup()
                    .findVirtual(type, "classifyToCharacterOffsets", MethodType.methodType(List.class, String.class))
                    .bindTo(classifier);
            return new CoreNlp(loader, method);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<URL> jars(Path folder) throws IOException {
        List<URL> urls = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".jar")).toList()) {
                    urls.add(file.toUri().toURL());
                }
            }
        }
        return urls;
    }

    /** Articles a second, in this thread. */
    double run(List<Document> documents) {
        long start = System.nanoTime();
        for (Document document : documents) {
            found += entities(document.body()).size();
        }
        return ChainSpeed.perSecond(documents, System.nanoTime() - start);
    }

    /** So that nothing is computed in vain. */
    long found() {
        return found;
    }

    private List<?> entities(String text) {
        try {
            return (List<?>) classify.invoke(text);
        } catch (Throwable e) {
            throw new IllegalStateException("CoreNLP failed", e);
        }
    }

    @Override
    public void close() throws IOException {
        jars.close();
    }
}
