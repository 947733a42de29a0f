package dev.breakeven.comparison.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InquiryTest {

    @Test
    void a_shell_is_given_the_file_that_deployments_are_in() {
        Inquiry asked = new Inquiry("office-hours", List.of("mine", "ec2-single", "too"), "us-east-1", 7);
        assertThat(asked.options(name -> name.equals("ec2-single") ? name : "ours.yaml"))
                .containsExactly(
                        "--workload",
                        "office-hours",
                        "--deployments",
                        "ours.yaml,ec2-single",
                        "--region",
                        "us-east-1",
                        "--seed",
                        "7");
    }
}
