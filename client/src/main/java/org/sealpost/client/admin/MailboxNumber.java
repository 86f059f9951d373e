package org.sealpost.client.admin;

import jakarta.json.JsonObject;
import org.sealpost.client.command.Refused;
import org.sealpost.client.server.KeyManagerClient;

/** The directory's immutable number of a mailbox, which some questions want instead of its address. */
final class MailboxNumber {
    private MailboxNumber() {}

    /** @throws Refused when the directory has no such mailbox */
    static String of(KeyManagerClient server, String address) {
        return server
                .get("mailboxes?text=" + AdminVerb.encoded(address))
                .getJsonArray("mailboxes")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(one -> one.getString("address").equalsIgnoreCase(address))
                .map(one -> one.getString("id"))
                .findFirst()
                .orElseThrow(() -> new Refused("mailbox-unknown", address));
    }
}
