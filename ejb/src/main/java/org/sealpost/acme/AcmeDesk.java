package org.sealpost.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.acme.AcmeAnswer.Shown;
import org.sealpost.settings.ServerConfiguration;

/** Finds out who has signed a request, and has it done. */
@ApplicationScoped
class AcmeDesk {
    private static final String TYPE = "email";

    @Inject
    Nonces nonces;

    @Inject
    Accounts accounts;

    @Inject
    Orders orders;

    @Inject
    PartnerAddress addresses;

    @Inject
    Certifying certifying;

    @Inject
    PartnerRevocation revocation;

    @Inject
    ServerConfiguration server;

    /**
     * What is asked and by whom; the signature holds.
     *
     * @param account empty when the key in the request has signed it
     * @param payload empty for reading
     */
    record Asked(AcmePath path, Optional<String> account, AccountKey key, byte[] payload) {
        /** What is wished for; nothing in particular when it only reads. */
        Json wish() {
            return payload.length == 0
                    ? new Json(path.kind().name(), Map.of())
                    : Json.parse(path.kind().name(), payload);
        }

        /** Whoever has the account. */
        String owner() {
            return account.orElseThrow(() -> AcmeRefused.malformed("protected header: kid"));
        }
    }

    /** Address of a thing, without a slash at its end. */
    String url(String path) {
        return server.publicUrl() + "/acme/" + path;
    }

    /** Makes sure of a request: it is for this address, new, and signed. */
    Asked admit(AcmePath path, byte[] body) {
        SignedRequest request = SignedRequest.parse(body);
        if (!request.url().equals(url(path.kind().path(path.id())))) {
            throw AcmeRefused.unauthorized("acme-url");
        }
        if (!nonces.take(request.nonce())) {
            throw new AcmeRefused(AcmeProblem.BAD_NONCE, "acme-nonce");
        }
        Optional<String> account = request.account().map(this::accountId);
        AccountKey key = account.map(accounts::key).orElseGet(request::key);
        return new Asked(path, account, key, request.verify(key));
    }

    private String accountId(String url) {
        String start = url(AcmePath.Kind.ACCOUNT.path(""));
        if (!url.startsWith(start)) {
            throw new AcmeRefused(AcmeProblem.ACCOUNT_DOES_NOT_EXIST, "acme-no-account");
        }
        return url.substring(start.length());
    }

    /** Does what is asked. */
    AcmeAnswer answer(Asked asked) {
        String id = asked.path().id();
        return switch (asked.path().kind()) {
            case NEW_ACCOUNT -> open(asked);
            case REVOCATION ->
                revocation.revoke(new PartnerRevocation.Asker(asked.account(), asked.key()), asked.wish());
            case NEW_ORDER -> orders.begin(asked.owner(), asked.key(), address(asked));
            case KEY_CHANGE -> changeKey(asked);
            case ACCOUNT -> accounts.update(own(asked), asked.wish());
            case ORDERS -> accounts.orders(own(asked));
            case ORDER -> orders.show(asked.owner(), id, Shown.ORDER);
            case AUTHORIZATION -> authorization(asked);
            case CHALLENGE ->
                asked.payload().length == 0
                        ? orders.show(asked.owner(), id, Shown.CHALLENGE)
                        : orders.accept(asked.owner(), id);
            case FINALIZATION ->
                certifying.finish(
                        asked.owner(),
                        asked.key(),
                        id,
                        SignedRequest.decoded(asked.wish().needed("csr")));
            case CERTIFICATE -> certifying.chain(asked.owner(), id);
        };
    }

    private AcmeAnswer open(Asked asked) {
        if (asked.account().isPresent()) {
            throw AcmeRefused.malformed("protected header: jwk");
        }
        return accounts.open(asked.key(), asked.wish());
    }

    private static String own(Asked asked) {
        if (!asked.owner().equals(asked.path().id())) {
            throw AcmeRefused.unauthorized("acme-not-yours");
        }
        return asked.owner();
    }

    /** One address: what one proves of two at once, nobody can say. The span of validity is not the partner's to choose. */
    private String address(Asked asked) {
        Json wish = asked.wish();
        List<Json> identifiers =
                wish.objects("identifiers").orElseThrow(() -> AcmeRefused.malformed("order: identifiers"));
        if (identifiers.size() != 1 || wish.has("notBefore") || wish.has("notAfter")) {
            throw AcmeRefused.malformed("order: one identifier, no notBefore and no notAfter");
        }
        if (!identifiers.get(0).needed("type").equals(TYPE)) {
            throw new AcmeRefused(AcmeProblem.UNSUPPORTED_IDENTIFIER, "acme-identifier");
        }
        return addresses.require(identifiers.get(0).needed("value"));
    }

    private AcmeAnswer authorization(Asked asked) {
        Optional<String> status = asked.wish().text("status");
        if (status.isEmpty()) {
            return orders.show(asked.owner(), asked.path().id(), Shown.AUTHORIZATION);
        }
        if (!status.get().equals("deactivated")) {
            throw AcmeRefused.malformed("authorization: status");
        }
        return orders.drop(asked.owner(), asked.path().id());
    }

    /** The new key signs inside, the old one outside: nobody takes over an account, or is given one, unasked. */
    private AcmeAnswer changeKey(Asked asked) {
        SignedRequest inner = SignedRequest.parse(asked.payload());
        if (!inner.url().equals(url(asked.path().kind().path("")))
                || inner.header().has("nonce")) {
            throw AcmeRefused.malformed("key change");
        }
        AccountKey after = inner.key();
        Json wish = Json.parse("key change", inner.verify(after));
        if (!accountId(wish.needed("account")).equals(asked.owner())) {
            throw AcmeRefused.malformed("key change: account");
        }
        AccountKey before = AccountKey.of(wish.object("oldKey")
                .orElseThrow(() -> AcmeRefused.malformed("key change: oldKey"))
                .members());
        return accounts.changeKey(asked.owner(), before, after);
    }
}
