package org.sealpost.lock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sealpost.crypto.PasswordHardening;
import org.sealpost.model.ArchiveRefused;
import org.sealpost.model.KeyPurpose;
import org.sealpost.model.OpeningKind;
import org.sealpost.model.OpeningWay;
import org.sealpost.model.OpeningWay.Hardened;
import org.sealpost.model.OpeningWay.Making;
import org.sealpost.model.SealedMasterKey;
import org.sealpost.model.ShareHolder;
import org.sealpost.model.WrappedKey;

/** The ways to open the master key as fields of a backup's header, and back. Tokens are left out: their keys are not. */
final class HeaderWays {
    private static final Making UNKNOWN = new Making("", Instant.EPOCH);
    private static final String BACKUP_KEY = "backup-key";
    private static final String HOLDER = "holder.";
    private static final String SEALED = "sealed.";

    private HeaderWays() {}

    static Map<String, String> write(StoredWays ways, WrappedKey backupKey) {
        Map<String, String> fields = new TreeMap<>();
        for (OpeningWay way : ways.ways()) {
            if (way.kind() != OpeningKind.TOKEN) {
                fields.put("fingerprint." + way.kind(), way.fingerprint());
                fields.put("way." + way.kind(), text(way.publicKey()) + " " + rest(way));
                ways.sealedTo(way.kind())
                        .forEach(key -> fields.put(SEALED + way.kind() + "." + key.version(), text(key.sealed())));
            }
        }
        for (ShareHolder holder : ways.holders()) {
            fields.put(HOLDER + holder.number(), text(holder.digest()));
        }
        fields.put(BACKUP_KEY, backupKey.masterVersion() + " " + text(backupKey.wrapped()));
        return fields;
    }

    private static String rest(OpeningWay way) {
        if (way.kind() == OpeningKind.SHARES) {
            return way.needed() + " " + way.made();
        }
        PasswordHardening cost = way.hardened().cost();
        return cost.memoryKib() + " " + cost.passes() + " " + cost.lanes() + " "
                + text(way.hardened().salt());
    }

    /** @throws ArchiveRefused when the header does not hold them */
    static StoredWays ways(Map<String, String> fields) {
        try {
            List<OpeningWay> ways = new ArrayList<>();
            Optional.ofNullable(fields.get("way." + OpeningKind.PASSWORD)).ifPresent(text -> ways.add(password(text)));
            Optional.ofNullable(fields.get("way." + OpeningKind.SHARES)).ifPresent(text -> ways.add(shares(text)));
            return new StoredWays(ways, sealed(fields), holders(fields));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw ArchiveRefused.damaged(e);
        }
    }

    private static OpeningWay password(String text) {
        String[] words = text.split(" ", -1);
        PasswordHardening cost = new PasswordHardening(number(words[1]), number(words[2]), number(words[3]));
        return OpeningWay.byPassword(bytes(words[0]), new Hardened(cost, bytes(words[4])), UNKNOWN);
    }

    private static OpeningWay shares(String text) {
        String[] words = text.split(" ", -1);
        return OpeningWay.byShares(bytes(words[0]), number(words[1]), number(words[2]), UNKNOWN);
    }

    private static List<SealedMasterKey> sealed(Map<String, String> fields) {
        List<SealedMasterKey> sealed = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(SEALED)) {
                String[] words = name.split("\\.", -1);
                sealed.add(new SealedMasterKey(OpeningKind.valueOf(words[1]), number(words[2]), bytes(value)));
            }
        });
        return sealed;
    }

    private static List<ShareHolder> holders(Map<String, String> fields) {
        List<ShareHolder> holders = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(HOLDER)) {
                holders.add(new ShareHolder(number(name.substring(HOLDER.length())), "", bytes(value)));
            }
        });
        return holders;
    }

    /** @throws ArchiveRefused when the header does not hold it */
    static WrappedKey backupKey(Map<String, String> fields) {
        try {
            String[] words = fields.getOrDefault(BACKUP_KEY, "").split(" ", -1);
            return new WrappedKey(KeyPurpose.BACKUP, number(words[0]), bytes(words[1]), null);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw ArchiveRefused.damaged(e);
        }
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}
