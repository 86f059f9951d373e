package org.sealpost.web.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|PEM",
                "''|PEM",
                "*/*|PEM",
                "application/*|PEM",
                "application/x-pem-file|PEM",
                "application/pem-certificate-chain|PEM",
                "application/pkix-cert|DER",
                "Application/PKIX-Cert ; Q=0.5|DER",
                "application/pkcs7-mime; smime-type=certs-only|PKCS7",
                "application/pkcs7-mime|PKCS7",
                "text/html, application/pkix-cert;q=0.9, */*;q=0.1|DER",
                "application/pkix-cert;q=0.2, application/pkcs7-mime;q=0.3|PKCS7",
                "application/x-pem-file;q=0, */*|DER",
                "application/*;q=0.5, application/pkcs7-mime;q=0.4|PEM",
                "text/vcard|VCARD",
                "text/x-vcard; charset=utf-8|VCARD",
                "text/*|VCARD",
                "text/vcard;q=0.5, */*;q=0.1|VCARD",
                "text/vcard, application/pkix-cert|DER",
                "text/*;q=0.3, application/*;q=0.2|VCARD",
                "text/html|",
                "image/*|",
                "*|",
                "/*|",
                "*/*;q=0|",
                "application/pkix-cert;q=0|",
                ",,;;=,|"
            })
    void theFormIsTheOneThatIsLikedBest(String accept, CertificateForm form) {
        assertThat(CertificateForm.accepted(accept)).isEqualTo(Optional.ofNullable(form));
    }

    @Test
    void aHeaderWithoutEndIsNotRead() {
        assertThat(CertificateForm.accepted("*/*,".repeat(1000))).isEmpty();
    }
}
