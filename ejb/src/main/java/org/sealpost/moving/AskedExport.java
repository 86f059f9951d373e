package org.sealpost.moving;

import org.sealpost.approval.Requested;

/**
 * An export that was asked for.
 *
 * @param export its number
 * @param requested number of the request, and how many have to agree
 */
public record AskedExport(long export, Requested requested) {}
