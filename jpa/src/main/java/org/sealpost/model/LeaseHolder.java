package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A server that can hold the Key Manager's service.
 *
 * @param id belongs to one data folder: whoever comes back with it is the same server, which was started anew
 * @param name for people
 * @param url address of its pages
 */
@Embeddable
public record LeaseHolder(
        @Column(name = "holder_id", nullable = false) String id,
        @Column(name = "holder_name", nullable = false) String name,
        @Column(name = "holder_url", nullable = false) String url) {

    /** For messages and the audit log. */
    @Override
    public String toString() {
        return name + " (" + url + ")";
    }
}
