package org.sealpost.peers;

import java.util.LinkedHashMap;
import java.util.Map;

/** Our keys in a peer's hands. */
final class ImportedKeys {

    private ImportedKeys() {}

    static Map<String, Trial> rows() {
        Map<String, Trial> rows = new LinkedHashMap<>();
        rows.put("Security file (`.epf`), as it is", peer -> peer.importKeys(Cast.securityFile()));
        rows.put("Encryption pair in the older form", peer -> peer.importKeys(Cast.olderExport(Cast.BEN_READS_RSA)));
        rows.put("RSA signing pair in the older form", peer -> peer.importKeys(Cast.olderExport(Cast.AMY_SIGNS_RSA)));
        return rows;
    }
}
