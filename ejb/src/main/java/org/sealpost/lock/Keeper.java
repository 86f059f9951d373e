package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.sealpost.audit.Audited;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.RecoveryShare;
import org.sealpost.model.Act;
import org.sealpost.model.MasterKeyVersion;
import org.sealpost.model.OpeningKind;
import org.sealpost.model.OpeningWay;

/** Changes what opens the Key Manager; each change needs something that opens it now. One step at a time. */
@ApplicationScoped
class Keeper {
    @Inject
    KeyManagerStore store;

    @Inject
    Doorkeeper doorkeeper;

    @Inject
    OpeningWays ways;

    @Inject
    Drawers drawers;

    @Inject
    TokenSeeds tokens;

    CustodyView view() {
        StoredKeys all = store.stored();
        StoredWays stored = all.ways();
        List<MasterKeyVersion> versions = store.versions();
        MasterKeyVersion newest = versions.get(versions.size() - 1);
        return new CustodyView(
                stored.ways().stream().map(Keeper::seen).toList(),
                stored.holders().stream()
                        .map(holder -> new CustodyView.Holder(holder.number(), holder.holder()))
                        .toList(),
                tokens.configured(),
                newest.number(),
                newest.making().at(),
                all.keys().size(),
                all.keys().values().stream()
                        .filter(key -> key.masterVersion() != newest.number() && !key.surrendered())
                        .count());
    }

    @Audited(Act.CHANGE_STARTUP_PASSWORD)
    synchronized void changePassword(Passphrase old, Passphrase changed) {
        KeyManager.requireLength(changed);
        try (MasterKeys masters = opened(old)) {
            NewWay way = ways.byPassword(changed, masters);
            store.put(way, Act.CHANGE_STARTUP_PASSWORD, way.way().fingerprint());
        }
    }

    /** @return shares that the caller shows and closes */
    @Audited(Act.NEW_RECOVERY_SHARES)
    synchronized NewShares prepareShares(Passphrase password, ShareOrder order) {
        try (MasterKeys masters = opened(password)) {
            NewShares shares = ways.byShares(order, masters);
            drawers.shares().keep(new Drawers.PreparedShares(shares.way(), shares.holders()));
            return shares;
        }
    }

    synchronized int sharesToProve() {
        return drawers.shares()
                .find()
                .map(prepared -> prepared.alone().needed())
                .orElse(0);
    }

    synchronized void dropPrepared() {
        drawers.shares().clear();
    }

    @Audited(Act.NEW_RECOVERY_SHARES)
    synchronized void proveShares(List<String> typed) {
        Drawers.PreparedShares prepared = drawers.shares().prepared();
        List<RecoveryShare> shares = Proof.shares(typed);
        try (Opening.ByShares given = new Opening.ByShares(shares)) {
            doorkeeper.admit(prepared.alone(), given).close();
            store.put(prepared.way(), prepared.holders());
        }
        drawers.shares().clear();
    }

    @Audited(Act.ADD_TOKEN)
    synchronized void addToken(Passphrase password, Passphrase pin) {
        try (MasterKeys masters = opened(password)) {
            NewWay way = ways.byToken(pin, masters);
            store.put(
                    way, Act.ADD_TOKEN, way.way().tokenLabel() + " " + way.way().fingerprint());
        }
    }

    @Audited(Act.REMOVE_TOKEN)
    synchronized void removeToken(Passphrase password) {
        stored().way(OpeningKind.TOKEN);
        opened(password).close();
        store.remove(OpeningKind.TOKEN, Act.REMOVE_TOKEN);
    }

    private MasterKeys opened(Passphrase password) {
        return doorkeeper.admit(stored(), new Opening.ByPassword(password));
    }

    private StoredWays stored() {
        return store.stored().ways();
    }

    private static CustodyView.Way seen(OpeningWay way) {
        boolean shares = way.kind() == OpeningKind.SHARES;
        return new CustodyView.Way(
                way.kind(),
                way.fingerprint(),
                shares ? way.needed() : 0,
                shares ? way.made() : 0,
                way.kind() == OpeningKind.TOKEN ? way.tokenLabel() : "",
                way.making().at(),
                way.making().by());
    }
}
