package dev.breakeven.comparison.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.localcloud.gateway.FunctionCode;
import dev.breakeven.localcloud.server.HealthCheck;
import dev.breakeven.localcloud.server.ServerCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SuitedTest {

    private static final Optional<Service.AsFunction> FUNCTION =
            Optional.of(new Service.AsFunction(new FunctionCode.Bootstrap(Path.of("any")), 512, Map.of()));
    private static final Optional<Service.AsServer> SERVER =
            Optional.of(new Service.AsServer(ServerCommand.parse("any"), new HealthCheck("/")));

    @Test
    void a_service_that_runs_both_ways_runs_on_all() throws BadInputException {
        Suited suited = Suited.to(service(FUNCTION, SERVER), deployments("lambda-rest-api", "fargate"));
        assertThat(suited.deployments()).hasSize(2);
        assertThat(suited.notes()).isEmpty();
    }

    @Test
    void without_a_function_what_runs_functions_is_left_out_managed_instances_too() throws BadInputException {
        Suited suited = Suited.to(
                service(Optional.empty(), SERVER),
                deployments("lambda-rest-api", "ec2-single", "lambda-managed-instances"));
        assertThat(suited.deployments()).extracting(Deployment::name).containsExactly("ec2-single");
        assertThat(suited.notes())
                .containsExactly("ours is not described as a function: lambda-rest-api and lambda-managed-instances are"
                        + " left out.");
    }

    @Test
    void servers_work_at_no_more_requests_at_a_time_than_the_service_does() throws BadInputException {
        Optional<Service.AsServer> single =
                Optional.of(new Service.AsServer(ServerCommand.parse("any"), new HealthCheck("/"), OptionalInt.of(1)));
        Suited suited =
                Suited.to(service(FUNCTION, single), deployments("ec2-single", "lambda-managed-instances", "fargate"));
        assertThat(suited.deployments())
                .map(deployment ->
                        ((Deployment.Servers) deployment).group().host().threads() == 1)
                .containsExactly(true, false, true);
        Deployment few = ((Deployment.Servers) suited.deployments().getFirst())
                .withGroup(((Deployment.Servers) suited.deployments().getFirst())
                        .group()
                        .withThreadsAtMost(1));
        assertThat(Suited.runBy(
                        service(
                                FUNCTION,
                                Optional.of(new Service.AsServer(
                                        ServerCommand.parse("any"), new HealthCheck("/"), OptionalInt.of(64)))),
                        few))
                .isEqualTo(few);
    }

    @Test
    void without_a_server_what_runs_servers_is_left_out() throws BadInputException {
        Suited suited =
                Suited.to(service(FUNCTION, Optional.empty()), deployments("lambda-managed-instances", "ec2-single"));
        assertThat(suited.deployments()).extracting(Deployment::name).containsExactly("lambda-managed-instances");
        assertThat(suited.notes()).containsExactly("ours is not described as a server: ec2-single is left out.");
    }

    @Test
    void a_service_that_runs_on_none_is_refused() throws BadInputException {
        List<Deployment> servers = deployments("ec2-single");
        assertThatThrownBy(() -> Suited.to(service(FUNCTION, Optional.empty()), servers))
                .isInstanceOf(BadInputException.class)
                .hasMessage("ours is not described as a server: ec2-single is left out. No deployment is left; name one"
                        + " that runs it as a function.");
    }

    private static Service service(Optional<Service.AsFunction> function, Optional<Service.AsServer> server) {
        return new Service("ours", function, server, List.of());
    }

    private static List<Deployment> deployments(String... names) throws BadInputException {
        return DeploymentFile.readAll(List.of(names));
    }
}
