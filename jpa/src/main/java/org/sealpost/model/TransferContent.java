package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A sealed file, apart from its export or import because it may be large. */
@Entity
@Table(name = "transfer_content")
class TransferContent {
    @Id
    private String id;

    @Column(nullable = false)
    private byte[] encoded;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected TransferContent() {}

    TransferContent(String id, byte[] encoded) {
        this.id = id;
        this.encoded = encoded.clone();
    }

    byte[] encoded() {
        return encoded.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TransferContent that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
