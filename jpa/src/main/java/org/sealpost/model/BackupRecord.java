package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A backup that was made: when, by whom and how large; not whether somebody still has the file. */
@Entity
@Table(name = "backup_record")
@NamedQuery(name = BackupRecord.NEWEST, query = "select b from BackupRecord b order by b.at desc, b.id")
public class BackupRecord {
    static final String NEWEST = "BackupRecord.newest";

    @Id
    private UUID id;

    @Column(name = "file_name", nullable = false)
    private String fileName;

    @Column(name = "size_bytes", nullable = false)
    private long size;

    @Column(name = "row_count", nullable = false)
    private long rows;

    @Column(name = "made_by", nullable = false)
    private String by;

    @Column(name = "made_at", nullable = false)
    private Instant at;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected BackupRecord() {}

    /**
     * @param fileName without folder
     * @param size in bytes
     * @param rows of all tables together
     */
    public BackupRecord(UUID id, String fileName, long size, long rows, OpeningWay.Making making) {
        this.id = id;
        this.fileName = fileName;
        this.size = size;
        this.rows = rows;
        this.by = making.by();
        this.at = making.at();
    }

    public String fileName() {
        return fileName;
    }

    public long size() {
        return size;
    }

    public long rows() {
        return rows;
    }

    public String by() {
        return by;
    }

    public Instant at() {
        return at;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BackupRecord that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
