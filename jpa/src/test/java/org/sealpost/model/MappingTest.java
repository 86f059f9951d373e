package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MappingTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void everyEntityFitsTheSchema(TestDatabase make) {
        try (TestDatabase.Opened database = make.open()) {
            assertThat(database.factory().getMetamodel().getEntities()).hasSizeGreaterThanOrEqualTo(12);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void migratingTwiceChangesNothing(TestDatabase make) {
        try (TestDatabase.Opened database = make.open()) {
            assertThat(Schema.migrate(database.source())).isZero();
        }
    }
}
