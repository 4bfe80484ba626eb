package io.plimsoll.rules.candidate;

import io.plimsoll.rules.limit.WorkLimits;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a process for a candidate is started: by the same Java, with memory caps, at low priority, on one processor, and
/// with nothing of this process' environment or system properties.
final class CandidateJvm {

    private static final Path NICE = Path.of("/usr/bin/nice");

    private CandidateJvm() {}

    /// @param folder where it runs, which is empty
    static ProcessBuilder process(CandidateLimits limits, Path folder, String mainClass) {
        ProcessBuilder process = new ProcessBuilder(command(limits, folder, mainClass)).directory(folder.toFile());
        Optional<String> systemRoot = Optional.ofNullable(System.getenv("SystemRoot"));
        process.environment().clear();
        // On Windows, and only there, no program starts without it.
        systemRoot.ifPresent(root -> process.environment().put("SystemRoot", root));
        return process;
    }

    private static List<String> command(CandidateLimits limits, Path folder, String mainClass) {
        WorkLimits work = limits.work();
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "5"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx%dm".formatted(limits.heapMebibytes()),
                // The stack that a thread of the service has: what overflows it there has to do so here.
                "-Xss1m",
                "-XX:MaxMetaspaceSize=%dm".formatted(limits.metaspaceMebibytes()),
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+ExitOnOutOfMemoryError",
                // What Java itself has to say must not get into the answer.
                "-XX:+DisplayVMOutputToStderr",
                "-XX:ActiveProcessorCount=1",
                // It lives for seconds: a quick compiler and a collector without threads suit it.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                "-Djava.awt.headless=true",
                "-cp",
                classPath(),
                mainClass,
                Integer.toString(work.joinSteps()),
                Long.toString(work.firing().toMillis()),
                Long.toString(work.scenarios().toMillis())));
        return command;
    }

    /// The class path of this process, wherever it stands. The packaged service has only its starter on it and loads
    /// the rest from `lib/main` itself.
    private static String classPath() {
        Optional<Path> packaged =
                ownJar().map(Path::getParent).filter(folder -> folder.endsWith(Path.of("lib", "main")));
        return packaged.map(folder -> folder.resolve("*")
                        + File.pathSeparator
                        + folder.resolveSibling("boot").resolve("*"))
                .orElseGet(() -> Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.isEmpty())
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)));
    }

    private static Optional<Path> ownJar() {
        @Nullable CodeSource source = CandidateJvm.class.getProtectionDomain().getCodeSource();
        @Nullable URL location = source == null ? null : source.getLocation();
        if (location == null || !location.getProtocol().equals("file")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(new URI(location.toString())).toAbsolutePath());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of the program is no path (%s).".formatted(location), e);
        }
    }
}
