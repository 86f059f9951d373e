package org.sealpost.bulk;

import org.postgresql.ds.PGSimpleDataSource;

/** A server of its own process that plans and carries out a run, for a test that kills it. */
final class BulkVictim {
    private BulkVictim() {}

    /** @param arguments address of an empty database, and how many people the directory has */
    public static void main(String[] arguments) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser("postgres");
        try (BulkOffice office = new BulkOffice(database, Integer.parseInt(arguments[1]))) {
            office.setUp();
            office.started(BulkOffice.enabling());
            office.work();
        }
    }
}
