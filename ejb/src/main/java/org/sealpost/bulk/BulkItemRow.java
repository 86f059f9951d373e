package org.sealpost.bulk;

import java.io.Serializable;
import java.util.Optional;
import org.sealpost.model.BulkItem;
import org.sealpost.model.BulkItemReason;
import org.sealpost.model.BulkItemState;

/**
 * One mailbox of a bulk run as a list shows it.
 *
 * @param position in the run, from 1
 * @param address as it was given or found
 * @param name for people; may be empty
 * @param state what became of it
 * @param reason why it was left alone
 */
public record BulkItemRow(
        int position, String address, String name, BulkItemState state, Optional<BulkItemReason> reason)
        implements Serializable {
    static BulkItemRow of(BulkItem item) {
        return new BulkItemRow(item.id().position(), item.address(), item.name(), item.state(), item.reason());
    }
}
