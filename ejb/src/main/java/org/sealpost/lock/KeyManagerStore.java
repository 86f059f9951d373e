package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.model.Act;
import org.sealpost.model.KeyManagerRepository;
import org.sealpost.model.KeyPurpose;
import org.sealpost.model.SecuritySettings;
import org.sealpost.model.SecuritySettingsRepository;

/** The Key Manager's part of the database; each call is one short transaction. */
@ApplicationScoped
@Transactional
class KeyManagerStore {
    @Inject
    KeyManagerRepository keyManagers;

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
                                .collect(Collectors.toMap(Function.identity(), keyManagers::key))));
    }

    /** Keeps a new Key Manager, chooses the first formats and says so in the log: all of it or nothing. */
    void add(StoredKeys made) {
        keyManagers.add(made.record());
        made.keys().values().forEach(keyManagers::add);
        settings.add(new SecuritySettings(
                FormatPolicy.of(Edition.MODERN),
                new SecuritySettings.Change(caller.name(), made.record().setUpAt(), "Set-up")));
        audit.success(Act.SET_UP, KeyManager.SUBJECT, made.record().organisation());
    }
}
