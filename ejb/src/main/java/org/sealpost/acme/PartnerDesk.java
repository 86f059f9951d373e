package org.sealpost.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.AcmeAccount;
import org.sealpost.model.AcmeAccountState;
import org.sealpost.model.AcmeOrder;
import org.sealpost.model.AcmeRepository;
import org.sealpost.model.Act;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.Page;
import org.sealpost.model.PartnerHolding;
import org.sealpost.model.PartnerSearchRepository;
import org.sealpost.model.Serial;

/** What administrators see of partners' accounts, and do with them; each call is one transaction. */
@ApplicationScoped
@Transactional
class PartnerDesk {
    @Inject
    PartnerSearchRepository search;

    @Inject
    AcmeRepository repository;

    @Inject
    Accounts accounts;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    Page<PartnerRow> page(PartnerQuery query) {
        Page<AcmeAccount> page =
                search.accounts(query.text(), query.state().orElse(null), query.afterKey(), query.limit());
        Map<String, PartnerHolding> holdings = holdings(page.rows());
        return page.map(account -> PartnerRow.of(account, holdings.get(account.id())));
    }

    PartnerRow row(String id) {
        AcmeAccount account = found(repository.account(id), id);
        return PartnerRow.of(account, holdings(List.of(account)).get(id));
    }

    private Map<String, PartnerHolding> holdings(List<AcmeAccount> of) {
        return search.holdings(of.stream().map(AcmeAccount::id).toList(), clock.instant());
    }

    Page<PartnerOrderRow> orders(String id, Optional<String> after, int limit) {
        found(repository.account(id), id);
        Page<AcmeOrder> page = search.orders(id, after, limit);
        Map<Serial, IssuedCertificate> certificates = search.certificates(
                page.rows().stream().flatMap(order -> order.serial().stream()).toList());
        Instant now = clock.instant();
        return page.map(order -> PartnerOrderRow.of(order, certificates, now));
    }

    /** From the commit on nothing that the account's key signs counts, and what it has ordered comes to nothing. */
    void deactivate(String id, String reason) {
        AcmeAccount account = found(repository.lockAccount(id), id);
        if (account.state() != AcmeAccountState.VALID) {
            throw new PartnerAccountEnded(id);
        }
        accounts.end(account);
        String contact = String.join(" ", account.contact());
        audit.success(
                Act.CLOSE_PARTNER_ACCOUNT,
                account.key().thumbprint(),
                contact.isEmpty() ? reason : contact + ", " + reason);
    }

    private static AcmeAccount found(Optional<AcmeAccount> account, String id) {
        return account.orElseThrow(() -> new NoSuchPartner(id));
    }
}
