package org.sealpost.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.acme.PartnerOrderRow;
import org.sealpost.acme.PartnerQuery;
import org.sealpost.acme.PartnerRow;
import org.sealpost.acme.PartnerService;
import org.sealpost.model.AcmeAccountState;
import org.sealpost.web.PagedList;
import org.sealpost.web.Texts;

/** The accounts of partners outside: the list, and the one that is open with what it has ordered. */
@Named
@ViewScoped
public class PartnersView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 50;
    private static final int ORDERS = 10;

    @Inject
    PartnerService partners;

    @Inject
    Texts texts;

    private final PagedList<PartnerRow> list = new PagedList<>(
            key -> partners.page(new PartnerQuery(wanted(), Optional.ofNullable(getState()), key, ROWS)));
    private final PagedList<PartnerOrderRow> orders = new PagedList<>(key -> partners.orders(opened(), key, ORDERS));
    private @Nullable String text;
    private @Nullable AcmeAccountState state;
    private @Nullable String open;
    private @Nullable String reason;
    private transient @Nullable PartnerRow selected;

    /** Shows the newest ones. */
    public void restart() {
        list.restart();
    }

    /** Opens the details of one. */
    public void show(String id) {
        open = id;
        reason = null;
        selected = partners.partner(id);
        orders.restart();
    }

    /** Ends the open one. */
    public void deactivate() {
        partners.deactivate(opened(), reason == null ? "" : reason);
        reason = null;
        changed();
        texts.done("partners.ended");
    }

    /** Something about the open one is not as it was. */
    void changed() {
        selected = partners.partner(opened());
        orders.reload();
        list.reload();
    }

    private String wanted() {
        return text == null ? "" : text.strip();
    }

    private String opened() {
        return open == null ? "" : open;
    }

    public PagedList<PartnerRow> getList() {
        return list;
    }

    /** What the open one has ordered. */
    public PagedList<PartnerOrderRow> getOrders() {
        return orders;
    }

    /** The open one; null when none is. */
    public @Nullable PartnerRow getSelected() {
        if (selected == null && open != null) {
            selected = partners.partner(open);
        }
        return selected;
    }

    /** Every state, to choose from. */
    public AcmeAccountState[] getStates() {
        return AcmeAccountState.values();
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable AcmeAccountState getState() {
        return state;
    }

    public void setState(@Nullable AcmeAccountState state) {
        this.state = state;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
