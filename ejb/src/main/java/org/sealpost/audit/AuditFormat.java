package org.sealpost.audit;

/** As what the log is taken out. */
public enum AuditFormat {
    /** One JSON object a line, exactly what the log holds: the chain can be checked from it alone. */
    JSON_LINES("application/x-ndjson", "jsonl"),
    /** For spreadsheets (RFC 4180). What a spreadsheet would take for a formula is made text by an apostrophe. */
    CSV("text/csv;charset=UTF-8", "csv");

    private final String mediaType;
    private final String suffix;

    AuditFormat(String mediaType, String suffix) {
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    /** End of a file's name, without the dot. */
    public String suffix() {
        return suffix;
    }
}
