package io.plimsoll.benchmarks.server;

import io.plimsoll.benchmarks.BenchmarkException;
import io.plimsoll.benchmarks.Folders;
import io.plimsoll.benchmarks.Machine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The service as it is packaged.
public final class PackagedService {

    private PackagedService() {}

    /// Starts a copy, so that a build in the meantime does not pull the jars from under it, with data of its
    /// own.
    ///
    /// @param folder where it lives
    /// @param path that is posted to
    /// @throws BenchmarkException if it is not built
    public static Server start(Path folder, String path) throws IOException {
        Path built = Machine.root().resolve("risk-service/target/quarkus-app");
        if (!Files.isDirectory(built)) {
            throw new BenchmarkException("The service is not built (%s). Maybe ./plimsoll build.".formatted(built));
        }
        Path app = folder.resolve("quarkus-app");
        Folders.copy(built, app);
        Folders.copy(Machine.root().resolve("rules"), folder.resolve("rules"));
        int port = Server.freePort();
        return Server.start(
                folder,
                folder.resolve("service.log"),
                URI.create("http://127.0.0.1:%d%s".formatted(port, path)),
                List.of(
                        "-Dquarkus.http.port=" + port,
                        "-Dplimsoll.kill.port=0",
                        // As its peers are, which ask nobody who they are.
                        "-Dplimsoll.security.mode=none",
                        "-jar",
                        app.resolve("quarkus-run.jar").toString(),
                        "run"));
    }
}
