package org.sealpost.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search of the certificates with the conditions that were asked for and no others, so that the database takes the
 * index that fits them. They come in the order of one of their two instants, the serial number deciding between equals.
 */
record CertificateSearch(String order, List<String> conditions, Map<String, Object> values) {
    /** Above every character that an address has. */
    private static final String LAST = "\uffff";

    static CertificateSearch of(CertificateQuery query, Instant now) {
        CertificateSearch search =
                new CertificateSearch(query.byEnd() ? "c.notAfter" : "c.notBefore", new ArrayList<>(), new HashMap<>());
        search.addStanding(query.standing(), now);
        if (query.serial() != null) {
            search.add("c.serial = :serial", "serial", query.serial().value());
        }
        String address = query.address().strip().toLowerCase(Locale.ROOT);
        if (!address.isEmpty()) {
            search.add("c.address >= :address and c.address < :addressEnd", "address", address);
            search.values.put("addressEnd", address + LAST);
        }
        if (query.profile() != null) {
            search.add("c.profile = :profile", "profile", query.profile());
        }
        if (query.endsBefore() != null) {
            search.add("c.notAfter < :endsBefore", "endsBefore", query.endsBefore());
        }
        return search;
    }

    /** Goes on after that certificate. Its instant bounds the index by itself; the number only decides between equals. */
    CertificateSearch after(IssuedCertificate last) {
        Instant instant = order.equals("c.notAfter") ? last.notAfter() : last.notBefore();
        add(order + " <= :at and (" + order + " < :at or c.serial < :last)", "at", instant);
        values.put("last", last.serial().value());
        return this;
    }

    private void addStanding(@Nullable CertificateStanding standing, Instant now) {
        if (standing == null) {
            add("c.state <> :unsigned", "unsigned", CertificateState.RECORDED);
            return;
        }
        add("c.state = :state", "state", standing.state());
        switch (standing) {
            case ISSUED -> add("c.notAfter > :now", "now", now);
            case EXPIRED -> add("c.notAfter <= :now", "now", now);
            case PREPARED, REVOKED -> {
                // as the state says, whatever its end
            }
        }
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    /** The search in the entities' language, newest first. */
    String text() {
        return "select c from IssuedCertificate c where " + String.join(" and ", conditions) + " order by " + order
                + " desc, c.serial desc";
    }
}
