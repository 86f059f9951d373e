package org.sealpost.backup;

import org.sealpost.assembly.Assembly;

/** Backups, for tests of other packages. */
public final class TestBackups {
    private final Assembly assembly;

    public TestBackups(Assembly assembly) {
        this.assembly = assembly;
    }

    /** @return the name of its file */
    public String make() {
        return assembly.inTransaction(() -> assembly.get(Backups.class).make(rows -> {}));
    }

    /** @param password that opened the Key Manager when the backup was made */
    public void restore(String name, String password) {
        Drill.restore(assembly, name, Drill.password(password));
    }
}
