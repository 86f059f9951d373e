package org.sealpost.model;

/**
 * Why a mailbox of a bulk run was left alone.
 *
 * @param code stable, in kebab-case: of a reason of the dry run, or of the failure
 * @param detail what it is about; may be empty, never secret
 */
public record BulkItemReason(String code, String detail) {}
