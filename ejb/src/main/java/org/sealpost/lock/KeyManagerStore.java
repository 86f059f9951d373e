package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.model.Act;
import org.sealpost.model.CustodyRepository;
import org.sealpost.model.KeyManagerRepository;
import org.sealpost.model.KeyPurpose;
import org.sealpost.model.MasterKeyVersion;
import org.sealpost.model.OpeningKind;
import org.sealpost.model.OpeningWay;
import org.sealpost.model.SealedMasterKey;
import org.sealpost.model.SecuritySettings;
import org.sealpost.model.SecuritySettingsRepository;
import org.sealpost.model.ShareHolder;

/** The Key Manager's part of the database; each call is one short transaction. */
@ApplicationScoped
@Transactional
class KeyManagerStore {
    @Inject
    KeyManagerRepository keyManagers;

    @Inject
    CustodyRepository custody;

    @Inject
    SecuritySettingsRepository settings;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    /** Empty before the set-up. */
    Optional<StoredKeys> load() {
        return keyManagers
                .find()
                .map(record -> new StoredKeys(
                        record,
                        Arrays.stream(KeyPurpose.values())
                                .collect(Collectors.toMap(Function.identity(), keyManagers::key)),
                        new StoredWays(custody.ways(), custody.sealed(), custody.holders())));
    }

    /** What {@link #load} finds. @throws WrongKeyManagerState before the set-up */
    StoredKeys stored() {
        return load().orElseThrow(() -> new WrongKeyManagerState(KeyManagerState.NOT_SET_UP));
    }

    /** Keeps a new Key Manager, chooses the first formats and says so in the log: all of it or nothing. */
    void add(StoredKeys made) {
        keyManagers.add(made.record());
        made.keys().values().forEach(keyManagers::add);
        StoredWays ways = made.ways();
        OpeningWay.Making making = ways.ways().get(0).making();
        ways.sealed().stream()
                .map(SealedMasterKey::version)
                .distinct()
                .forEach(version -> custody.add(new MasterKeyVersion(version, making)));
        ways.ways().forEach(way -> custody.put(way, ways.sealedTo(way.kind())));
        custody.put(ways.holders());
        settings.add(new SecuritySettings(
                FormatPolicy.of(Edition.MODERN),
                new SecuritySettings.Change(caller.name(), made.record().setUpAt(), "Set-up")));
        audit.success(Act.SET_UP, KeyManager.SUBJECT, made.record().organisation());
    }

    /** Keeps a way in the place of the one of its kind. */
    void put(NewWay way, Act act, String details) {
        keyManagers.lock();
        requireEveryVersion(way);
        custody.put(way.way(), way.sealed());
        audit.success(act, KeyManager.SUBJECT, details);
    }

    /** The master key must not have been replaced since the way was made, or it would open the old one only. */
    private void requireEveryVersion(NewWay way) {
        Set<Integer> sealed =
                way.sealed().stream().map(SealedMasterKey::version).collect(Collectors.toSet());
        Set<Integer> versions =
                custody.versions().stream().map(MasterKeyVersion::number).collect(Collectors.toSet());
        if (!sealed.equals(versions)) {
            throw new CustodyChanged();
        }
    }

    /** Keeps a new set of shares with its holders; the old set opens nothing any more. */
    void put(NewWay shares, List<ShareHolder> holders) {
        keyManagers.lock();
        requireEveryVersion(shares);
        custody.put(holders);
        put(shares, Act.NEW_RECOVERY_SHARES, shares.way().fingerprint());
    }

    /** Takes a way away. */
    void remove(OpeningKind kind, Act act) {
        custody.remove(kind);
        audit.success(act, KeyManager.SUBJECT, "");
    }

    /** Versions of the master key, oldest first. */
    List<MasterKeyVersion> versions() {
        return custody.versions();
    }
}
