package org.sealpost.moving;

import java.util.List;

/**
 * What a receipt came to.
 *
 * @param export its number
 * @param moved addresses of mailboxes that have moved with it: their certificates are revoked
 * @param missing of those that have not arrived with every key of the file
 * @param grown of those that have arrived, but have got a further key here since: they stay until that one has moved, too
 */
public record Confirmed(long export, List<String> moved, List<String> missing, List<String> grown) {
    /** Keeps copies. */
    public Confirmed {
        moved = List.copyOf(moved);
        missing = List.copyOf(missing);
        grown = List.copyOf(grown);
    }
}
