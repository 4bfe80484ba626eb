package io.plimsoll.rules.candidate;

import io.plimsoll.rules.diagnostic.Diagnostic;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Processes that stand in for that of a candidate that has gone wrong, or that tell what they can see.
final class BadChildren {

    private BadChildren() {}

    private static void ready() throws IOException {
        Frames.writeReady(new DataOutputStream(System.out));
    }

    private static void readSource() throws IOException {
        Frames.readSource(new DataInputStream(System.in));
    }

    /// Never says a word.
    static final class Silent {
        public static void main(String... arguments) throws InterruptedException {
            Thread.sleep(600_000);
        }
    }

    /// Takes the candidate and never answers, busily.
    static final class Busy {
        public static void main(String... arguments) throws IOException {
            ready();
            readSource();
            while (true) {
                Thread.onSpinWait();
            }
        }
    }

    /// Does not even take the candidate.
    static final class Deaf {
        public static void main(String... arguments) throws IOException, InterruptedException {
            ready();
            Thread.sleep(600_000);
        }
    }

    /// Ends without an answer.
    static final class Leaver {
        public static void main(String... arguments) throws IOException {
            ready();
            System.err.println("gone\u0007for\ngood");
            Runtime.getRuntime().halt(42);
        }
    }

    /// Answers something else, without end.
    static final class Babbler {
        public static void main(String... arguments) throws IOException {
            ready();
            readSource();
            while (!System.out.checkError()) {
                System.out.print("all is well ");
            }
        }
    }

    /// Announces more diagnostics than there can be.
    static final class Boaster {
        public static void main(String... arguments) throws IOException {
            ready();
            readSource();
            DataOutputStream out = new DataOutputStream(System.out);
            out.writeInt(0x504C_5203);
            out.writeInt(Integer.MAX_VALUE);
            out.flush();
            System.in.read();
        }
    }

    /// Takes memory without end.
    static final class Glutton {
        public static void main(String... arguments) throws IOException {
            ready();
            readSource();
            List<byte[]> eaten = new ArrayList<>();
            while (true) {
                eaten.add(new byte[1 << 20]);
                System.err.println(eaten.size());
            }
        }
    }

    /// Starts a process of its own, says which, and stays.
    static final class Breeder {
        public static void main(String... arguments) throws IOException, InterruptedException {
            Process child = new ProcessBuilder("sleep", "600").start();
            System.err.println(child.pid());
            ready();
            Thread.sleep(600_000);
        }
    }

    /// Tells its environment, system properties, working folder and arguments.
    static final class Teller {
        public static void main(String... arguments) throws IOException {
            ready();
            readSource();
            Stream<String> environment = System.getenv().entrySet().stream().map(Map.Entry::toString);
            Stream<String> properties =
                    System.getProperties().entrySet().stream().map(Map.Entry::toString);
            try (Stream<java.nio.file.Path> here = java.nio.file.Files.list(java.nio.file.Path.of(""))) {
                List<Diagnostic> told = new ArrayList<>();
                environment.forEach(text -> told.add(Diagnostic.error("environment", "", 0, 0, text, "")));
                properties.forEach(text -> told.add(Diagnostic.error("property", "", 0, 0, text, "")));
                here.forEach(path -> told.add(Diagnostic.error("file", "", 0, 0, path.toString(), "")));
                Frames.writeAnswer(new DataOutputStream(System.out), told);
            }
        }
    }

    /// Stands in for the service: has a process waiting, says which, and stays.
    static final class Parent {
        public static void main(String... arguments) throws IOException, InterruptedException {
            CandidateCheck check = new CandidateCheck(CandidateLimits.defaults());
            check.prepare();
            System.out.println(check.standby().orElseThrow().pid());
            Thread.sleep(600_000);
        }
    }
}
