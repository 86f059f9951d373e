package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The versions of the master key, the ways to open it, and who holds recovery shares. */
@Dependent
public class CustodyRepository {
    private final EntityManager database;

    @Inject
    public CustodyRepository(EntityManager database) {
        this.database = database;
    }

    /** Versions that something still hangs under, oldest first; empty before the set-up. */
    public List<MasterKeyVersion> versions() {
        return database.createNamedQuery(MasterKeyVersion.ALL, MasterKeyVersion.class)
                .getResultList();
    }

    public void add(MasterKeyVersion version) {
        database.persist(version);
        database.flush();
    }

    /** The last row was moved: the version is of no more use, wherever it was sealed. */
    public void drop(MasterKeyVersion version) {
        sealed().stream().filter(each -> each.version() == version.number()).forEach(database::remove);
        database.flush();
        database.remove(database.contains(version) ? version : database.merge(version));
        database.flush();
    }

    /** Every way there is, password first. */
    public List<OpeningWay> ways() {
        return EnumSet.allOf(OpeningKind.class).stream()
                .flatMap(kind -> way(kind).stream())
                .toList();
    }

    public Optional<OpeningWay> way(OpeningKind kind) {
        return Optional.ofNullable(database.find(OpeningWay.class, kind));
    }

    /** Keeps a way in the place of the one of its kind, with the master key sealed to it. */
    public void put(OpeningWay way, Collection<SealedMasterKey> sealed) {
        remove(way.kind());
        database.persist(way);
        database.flush();
        sealed.forEach(this::add);
    }

    /** Takes a way away; without one of that kind nothing happens. */
    public void remove(OpeningKind kind) {
        sealed().stream().filter(each -> each.kind() == kind).forEach(database::remove);
        database.flush();
        way(kind).ifPresent(database::remove);
        database.flush();
    }

    public void add(SealedMasterKey sealed) {
        database.persist(sealed);
    }

    /** Every version, sealed to every way. */
    public List<SealedMasterKey> sealed() {
        return database.createNamedQuery(SealedMasterKey.ALL, SealedMasterKey.class)
                .getResultList();
    }

    /** Holders of the present set of shares by their numbers. */
    public List<ShareHolder> holders() {
        return database.createNamedQuery(ShareHolder.ALL, ShareHolder.class).getResultList();
    }

    /** The holders of a new set, in the place of the old one's. */
    public void put(List<ShareHolder> holders) {
        holders().forEach(database::remove);
        database.flush();
        holders.forEach(database::persist);
        database.flush();
    }
}
