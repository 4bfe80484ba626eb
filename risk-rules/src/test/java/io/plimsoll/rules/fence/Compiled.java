package io.plimsoll.rules.fence;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Class files of Java sources, compiled as rules are: for Java 21, and not loaded.
final class Compiled {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, Locale.ROOT, null);
    private static final List<String> OPTIONS = List.of("-source", "21", "-target", "21", "-proc:none", "-nowarn");

    private Compiled() {}

    /// Compiles one source.
    ///
    /// @param type fully qualified name of the class
    /// @return its class file and those of its inner classes, by path
    static Map<String, byte[]> of(String type, String source) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        Map<String, byte[]> classes = new HashMap<>();
        boolean compiled = COMPILER.getTask(
                        null, new InMemory(FILES, classes), problems, OPTIONS, null, List.of(new Source(type, source)))
                .call();
        if (!compiled) {
            throw new IllegalArgumentException(
                    problems.getDiagnostics().stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        }
        return classes;
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String type, String text) {
            super(URI.create("string:///" + type.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, byte[]> classes;

        InMemory(JavaFileManager files, Map<String, byte[]> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
            String path = type.replace('.', '/') + kind.extension;
            return new SimpleJavaFileObject(URI.create("mem:///" + path), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classes.put(path, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
