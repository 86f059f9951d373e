package org.sealpost.resealing;

import java.time.Instant;
import java.util.List;
import org.sealpost.model.Folder;
import org.sealpost.model.MessageLabel;
import org.sealpost.model.RefusedMessage;

/**
 * A stored message that was left as it was.
 *
 * @param subject of the outer header
 * @param code of the refusal
 * @param arguments of its text
 */
public record RefusedRow(
        long id, Folder folder, String sender, String subject, Instant arrivedAt, String code, List<Object> arguments) {
    static RefusedRow of(RefusedMessage refused) {
        MessageLabel label = refused.message().label();
        return new RefusedRow(
                refused.message().id(),
                refused.message().folder(),
                label.senderName().isEmpty() ? label.senderAddress() : label.senderName(),
                label.subject(),
                label.arrivedAt(),
                refused.refusal().code(),
                refused.refusal().arguments());
    }
}
