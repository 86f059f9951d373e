package org.sealpost.lock;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import org.sealpost.crypto.SecretBytes;

/** The master key in all versions that something still hangs under; in memory no longer than they are needed. */
final class MasterKeys implements AutoCloseable {
    private final TreeMap<Integer, SecretBytes> byVersion = new TreeMap<>();

    /** Takes the keys over, which are wiped when this is closed. */
    MasterKeys(Map<Integer, SecretBytes> byVersion) {
        this.byVersion.putAll(byVersion);
        if (byVersion.isEmpty()) {
            throw new IllegalArgumentException("there is always a master key");
        }
    }

    /** The version that new wrappings are made under. */
    int newest() {
        return byVersion.lastKey();
    }

    Set<Integer> versions() {
        return Set.copyOf(byVersion.keySet());
    }

    SecretKey kek(int version) {
        return secret(version).asAesKey();
    }

    SecretBytes secret(int version) {
        return Objects.requireNonNull(byVersion.get(version), () -> "no master key of version " + version);
    }

    /** The same with one version more, which this takes over. */
    void add(int version, SecretBytes key) {
        byVersion.put(version, key);
    }

    /** The version is of no more use. */
    void drop(int version) {
        SecretBytes dropped = byVersion.remove(version);
        if (dropped != null) {
            dropped.close();
        }
    }

    @Override
    public void close() {
        byVersion.values().forEach(SecretBytes::close);
    }

    /** Versions only. */
    @Override
    public String toString() {
        return "MasterKeys" + byVersion.keySet();
    }
}
