package org.sealpost.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.mime.Address;
import org.sealpost.model.AcmeAccount;
import org.sealpost.model.AcmeAccountState;
import org.sealpost.model.AcmeOrder;
import org.sealpost.model.AcmeRepository;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord.Grounds;

/** Accounts of partners (RFC 8555 section 7.3); each call is one transaction. */
@ApplicationScoped
@Transactional
class Accounts {
    /** How many there are at most: nobody outside decides how large the database gets. */
    static final int MOST = 10_000;

    private static final int CONTACTS = 5;
    private static final int LISTED = 200;
    private static final String MAIL = "mailto:";

    @Inject
    AcmeRepository accounts;

    @Inject
    AuditLog audit;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /** The account of a key, made if it is new and that is wanted. */
    AcmeAnswer.Account open(AccountKey key, Json wish) {
        Optional<AcmeAccount> known = accounts.byThumbprint(key.thumbprint());
        if (known.isPresent()) {
            return AcmeAnswer.Account.of(requireValid(known.get()), false);
        }
        if (wish.flag("onlyReturnExisting")) {
            throw noAccount();
        }
        if (accounts.countAccounts() >= MOST) {
            throw new AcmeRefused(AcmeProblem.RATE_LIMITED, "acme-many-accounts");
        }
        AcmeAccount account =
                new AcmeAccount(Names.random(random), key.kept(), contacts(wish).orElse(List.of()), clock.instant());
        accounts.add(account);
        String contact = String.join(" ", account.contact());
        audit.success(actor(account.id()), Act.OPEN_PARTNER_ACCOUNT, key.thumbprint(), contact, Grounds.NONE);
        return AcmeAnswer.Account.of(account, true);
    }

    /** The key of an account that counts. @throws AcmeRefused when there is none, or it was given up */
    AccountKey key(String id) {
        return AccountKey.of(requireValid(accounts.account(id).orElseThrow(Accounts::noAccount))
                .key());
    }

    /** Shows an account, changes how its owner is reached, or gives it up. */
    AcmeAnswer.Account update(String id, Json wish) {
        AcmeAccount account = locked(id);
        contacts(wish).ifPresent(account::reachBy);
        Optional<String> status = wish.text("status");
        if (status.isPresent()) {
            if (!status.get().equals("deactivated")) {
                throw AcmeRefused.malformed("account: status");
            }
            end(account);
            audit.success(actor(id), Act.CLOSE_PARTNER_ACCOUNT, account.key().thumbprint(), "", Grounds.NONE);
        }
        return AcmeAnswer.Account.of(account, false);
    }

    /** Its key counts no more, and what it has ordered comes to nothing. */
    void end(AcmeAccount account) {
        account.deactivate();
        accounts.orders(account.id(), LISTED).forEach(AcmeOrder::drop);
    }

    /**
     * Another key takes the place of the account's (RFC 8555 section 7.3.5). Challenges that are not answered yet were for the
     * old one, and their orders end.
     */
    AcmeAnswer.Account changeKey(String id, AccountKey before, AccountKey after) {
        AcmeAccount account = locked(id);
        if (!account.key().thumbprint().equals(before.thumbprint())) {
            throw AcmeRefused.malformed("key change: oldKey");
        }
        if (accounts.byThumbprint(after.thumbprint()).isPresent()) {
            throw new AcmeRefused(AcmeProblem.BAD_PUBLIC_KEY, "acme-key-taken");
        }
        account.changeKey(after.kept());
        accounts.orders(id, LISTED).stream()
                .filter(order -> order.state().awaits())
                .forEach(AcmeOrder::drop);
        audit.success(actor(id), Act.CHANGE_PARTNER_KEY, before.thumbprint(), after.thumbprint(), Grounds.NONE);
        return AcmeAnswer.Account.of(account, false);
    }

    AcmeAnswer.Orders orders(String id) {
        return new AcmeAnswer.Orders(
                accounts.orders(id, LISTED).stream().map(AcmeOrder::id).toList());
    }

    private AcmeAccount locked(String id) {
        return requireValid(accounts.lockAccount(id).orElseThrow(Accounts::noAccount));
    }

    private static AcmeAccount requireValid(AcmeAccount account) {
        if (account.state() != AcmeAccountState.VALID) {
            throw AcmeRefused.unauthorized("acme-account-closed");
        }
        return account;
    }

    /** Whom the audit log names. */
    static String actor(String account) {
        return "acme:" + account;
    }

    private static AcmeRefused noAccount() {
        return new AcmeRefused(AcmeProblem.ACCOUNT_DOES_NOT_EXIST, "acme-no-account");
    }

    /** Addresses of mail and nothing else, without header fields; empty when the wish does not speak of them. */
    private static Optional<List<String>> contacts(Json wish) {
        Optional<List<String>> urls = wish.texts("contact");
        urls.ifPresent(all -> {
            if (all.size() > CONTACTS) {
                throw new AcmeRefused(AcmeProblem.INVALID_CONTACT, "acme-contact", CONTACTS);
            }
            all.forEach(Accounts::requireMail);
        });
        return urls;
    }

    private static void requireMail(String url) {
        if (!url.startsWith(MAIL)) {
            throw new AcmeRefused(AcmeProblem.UNSUPPORTED_CONTACT, "acme-contact", CONTACTS);
        }
        String address = url.substring(MAIL.length());
        if (address.indexOf('?') >= 0
                || address.indexOf(' ') >= 0
                || Address.find("", address).isEmpty()) {
            throw new AcmeRefused(AcmeProblem.INVALID_CONTACT, "acme-contact", CONTACTS);
        }
    }
}
