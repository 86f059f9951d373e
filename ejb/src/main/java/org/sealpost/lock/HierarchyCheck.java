package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sealpost.model.KeyPurpose;
import org.sealpost.model.OpeningWay;
import org.sealpost.model.SealedMasterKey;

/** Looks whether every stored key hangs under a version of the master key, and every version under every way. */
@ApplicationScoped
public class HierarchyCheck {
    @Inject
    KeyManagerStore store;

    /** Whether each holds, by name. Nothing is opened for it. */
    public Map<String, Boolean> check() {
        StoredKeys stored = store.stored();
        Set<Integer> versions =
                stored.ways().sealed().stream().map(SealedMasterKey::version).collect(Collectors.toSet());
        Map<String, Boolean> found = new TreeMap<>();
        for (KeyPurpose purpose : KeyPurpose.values()) {
            stored.find(purpose)
                    .filter(key -> !key.surrendered())
                    .ifPresent(key -> found.put(purpose.name(), versions.contains(key.masterVersion())));
        }
        for (OpeningWay way : stored.ways().ways()) {
            Set<Integer> opens = stored.ways().sealedTo(way.kind()).stream()
                    .map(SealedMasterKey::version)
                    .collect(Collectors.toSet());
            found.put(way.kind().name(), opens.equals(versions));
        }
        return found;
    }
}
