package org.sealpost.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.Act;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.LeaseHolder;
import org.sealpost.pki.KeyType;
import org.sealpost.settings.ServerConfiguration;

/** One of several servers on a database. */
final class LeaseServer implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    final Assembly assembly;
    final KeyManager keyManager;
    final KeyRing ring;
    private final Succession succession;

    /** @param secret file with the start-up password, if the server has one */
    LeaseServer(DataSource database, String name, Optional<Path> secret) {
        LeaseHolder identity = new LeaseHolder("id-" + name, name, "https://" + name + ".example");
        assembly = KeyManagers.another(database, new TestClock(), identity);
        assembly.give(
                ServerConfiguration.class,
                ServerConfiguration.from(property -> property.equals("sealpost.startup.password.file")
                        ? secret.map(Path::toString).orElse(null)
                        : null));
        keyManager = assembly.get(KeyManager.class);
        ring = assembly.get(KeyRing.class);
        succession = assembly.get(Succession.class);
    }

    void setUp() {
        try (Passphrase password = Passphrase.copyOf(PASSWORD)) {
            assembly.run(() -> keyManager.setUp(new SetUp("Corp", KeyType.EC_P256, ShareOrder.TWO_OF_THREE, password)));
        }
    }

    /** Started, and opened by an administrator or by its file. */
    void start() {
        assembly.run(keyManager::find);
        unlock(PASSWORD);
    }

    void unlock(String text) {
        try (Passphrase password = Passphrase.copyOf(text)) {
            assembly.run(() -> keyManager.unlock(new Opening.ByPassword(password)));
        }
    }

    void changePassword() {
        try (Passphrase old = Passphrase.copyOf(PASSWORD);
                Passphrase changed = Passphrase.copyOf(PASSWORD + "!")) {
            assembly.run(() -> assembly.get(Keeper.class).changePassword(old, changed));
        }
    }

    /** So many seconds pass. */
    void tick(int seconds) {
        for (int second = 0; second < seconds; second++) {
            assembly.run(succession::tick);
        }
    }

    ServiceStanding standing() {
        return assembly.inTransaction(succession::standing);
    }

    void assertState(KeyManagerState state) {
        assertThat(ring.state()).isEqualTo(state);
    }

    /** Newest first. */
    List<Act> acts() {
        return assembly
                .inTransaction(() -> assembly.get(AuditRepository.class).page(AuditQuery.ALL, Optional.empty(), 20))
                .rows()
                .stream()
                .map(entry -> entry.said().act())
                .toList();
    }

    void sql(String statement) {
        assembly.run(() -> assembly.get(jakarta.persistence.EntityManager.class)
                .createNativeQuery(statement)
                .executeUpdate());
    }

    /** The lease of whoever holds it has run out. */
    void runOut() {
        sql("update key_manager_lease set expires_at = current_timestamp");
    }

    @Override
    public void close() {
        assembly.close();
    }
}
