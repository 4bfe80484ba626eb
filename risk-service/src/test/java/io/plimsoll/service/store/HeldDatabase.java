package io.plimsoll.service.store;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

/// A process that starts the embedded database, writes something and waits to be killed.
final class HeldDatabase {

    static final String READY = "ready";

    private HeldDatabase() {}

    public static void main(String... args) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]));
        Jdbi.create(database.url()).useHandle(sql -> {
            sql.execute("create table kept (number int)");
            sql.execute("insert into kept values (42)");
        });
        System.out.println(READY);
        Thread.sleep(Long.MAX_VALUE);
    }
}
