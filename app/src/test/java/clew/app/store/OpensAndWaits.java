package clew.app.store;

import java.nio.file.Path;

/** A program of its own that opens the store, writes a row, says so, and waits to be killed. */
final class OpensAndWaits {

    private OpensAndWaits() {}

    public static void main(String[] arguments) throws InterruptedException {
        Store store = Store.open(new StoreSettings(Path.of(arguments[0]), null));
        store.engine()
                .run(sql -> sql.sql("insert into events.outbox (kind, body) values (?, '{}')")
                        .param(arguments[1])
                        .update());
        System.out.println("open");
        Thread.sleep(600_000);
    }
}
