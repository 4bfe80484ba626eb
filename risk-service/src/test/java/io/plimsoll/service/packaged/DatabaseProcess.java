package io.plimsoll.service.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The processes of the database that a service keeps in its data folder.
final class DatabaseProcess {

    private DatabaseProcess() {}

    /// The server that runs on a data folder.
    static ProcessHandle find(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    /// The server and its own processes.
    static List<ProcessHandle> all(Path data) throws IOException {
        ProcessHandle server = find(data);
        return Stream.concat(Stream.of(server), server.descendants()).toList();
    }

    /// A process that was started on a data folder and still runs.
    static Optional<String> left(Path data) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.contains(data.toString()))
                .findFirst();
    }
}
