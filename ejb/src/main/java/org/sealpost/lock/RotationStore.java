package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.Act;
import org.sealpost.model.CustodyRepository;
import org.sealpost.model.KeyManagerRepository;
import org.sealpost.model.KeyPurpose;
import org.sealpost.model.MasterKeyVersion;
import org.sealpost.model.OpeningWay;
import org.sealpost.model.WrappedKey;

/** The steps of replacing the master key; each is one short transaction that shuts out every other change of custody. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class RotationStore {
    @Inject
    KeyManagerRepository keyManagers;

    @Inject
    CustodyRepository custody;

    @Inject
    OpeningWays ways;

    @Inject
    AuditLog audit;

    /** Keeps the newest version beside the old one, sealed to every way. */
    void begin(MasterKeys masters) {
        keyManagers.lock();
        int next = masters.newest();
        Set<Integer> known =
                custody.versions().stream().map(MasterKeyVersion::number).collect(Collectors.toSet());
        if (!known.equals(Set.of(next - 1))) {
            throw new CustodyChanged();
        }
        custody.add(new MasterKeyVersion(next, ways.making()));
        for (OpeningWay way : custody.ways()) {
            custody.add(ways.seal(way, next, masters.secret(next)));
        }
    }

    /** Keys that do not hang under that version yet. */
    List<WrappedKey> left(int newest) {
        return Arrays.stream(KeyPurpose.values())
                .flatMap(purpose -> keyManagers.findKey(purpose).stream())
                .filter(key -> key.masterVersion() != newest && !key.surrendered())
                .toList();
    }

    /** One key hangs under the new version from now on. */
    void move(KeyPurpose purpose, int newest, byte[] rewrapped) {
        keyManagers.lock();
        keyManagers.findKey(purpose).ifPresent(key -> key.rewrap(newest, rewrapped));
    }

    /** Nothing hangs under the old versions any more. */
    void finish(int newest) {
        keyManagers.lock();
        if (left(newest).isEmpty()) {
            custody.versions().stream()
                    .filter(version -> version.number() != newest)
                    .forEach(custody::drop);
            audit.success(Act.ROTATE_MASTER_KEY, KeyManager.SUBJECT, "version " + newest);
        }
    }
}
