package org.sealpost.enrolment;

import java.util.function.Supplier;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Passphrase;
import org.sealpost.directory.Directory;
import org.sealpost.lock.TestLock;
import org.sealpost.settings.ServerConfiguration;

/** A running Key Manager with its directory, where alice is logged in; pairs are EC, which nobody has to wait for. */
final class Office implements AutoCloseable {
    final TestClock clock = new TestClock();
    final Assembly assembly = KeyManagers.assembly(clock, "alice");
    final TestLock lock;

    Office() {
        assembly.give(Directory.class, new TestPeople())
                .give(
                        ServerConfiguration.class,
                        ServerConfiguration.from(name -> name.equals("sealpost.encryption.key") ? "EC_P256" : null));
        lock = new TestLock(assembly);
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            lock.setUp(password);
        }
    }

    /** What the container's door does: the services of this package open their own transactions inside. */
    <T> T call(Supplier<T> work) {
        return assembly.inTransaction(work);
    }

    <T> T get(Class<T> type) {
        return assembly.get(type);
    }

    @Override
    public void close() {
        assembly.close();
    }
}
