package dev.breakeven.comparison.scenario;

import dev.breakeven.comparison.deployment.CreditTerms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.DeploymentFile;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.deployment.Hosting;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.input.BadInputException;
import java.util.ArrayList;
import java.util.List;

/** The deployments that we ship, and a few that differ from them in one thing. */
final class Hosts {

    private Hosts() {}

    static List<Deployment> all() throws BadInputException {
        List<Deployment> all = new ArrayList<>();
        for (String name : DeploymentFile.NAMES) {
            all.add(DeploymentFile.read(name));
        }
        return all;
    }

    /** A function at its own URL, of which no more than so many run at a time. */
    static Deployment reserved(int concurrency) throws BadInputException {
        Deployment.Functions url = (Deployment.Functions) DeploymentFile.read("lambda-function-url");
        return new Deployment.Functions(
                "reserved-" + concurrency,
                url.memoryMegabytes(),
                url.architecture(),
                url.front(),
                url.frontLatency(),
                url.frontHeadBytes(),
                url.start(),
                FunctionScaling.onDemand(url.scaling().keepAlive(), concurrency),
                url.timeout(),
                url.functionTimeout(),
                url.cpuLaw(),
                url.inputs(),
                url.sources());
    }

    /** One t3.micro without a balancer, which has saved credits since yesterday: 12 an hour earned, 216 saved. */
    static Deployment micro(boolean unlimited) throws BadInputException {
        CreditTerms credits = new CreditTerms(12, 288, 216, unlimited);
        ServerGroup.Host host = new ServerGroup.Host(
                2, ServerGroup.Discipline.PS, ServerGroup.UNLIMITED, ServerGroup.UNLIMITED, null, credits);
        return server(
                unlimited ? "t3.micro-unlimited" : "t3.micro-standard",
                "ec2-single",
                ServerGroup.single(host),
                Front.NONE);
    }

    /** One t3.micro with 10 threads and 20 places to wait for one, behind what the name says. */
    static Deployment bounded(String name, Front front) throws BadInputException {
        ServerGroup.Host host = new ServerGroup.Host(2, ServerGroup.Discipline.PS, 10, 20, null, null);
        ServerGroup one = ServerGroup.single(host);
        ServerGroup group = new ServerGroup(
                host,
                front == Front.CLASSIC ? ServerGroup.Balancing.CLASSIC : one.balancing(),
                one.instances(),
                one.instancesMin(),
                one.instancesMax(),
                one.scaling(),
                one.launchNanos(),
                one.drain());
        return server(name, front == Front.NONE ? "ec2-single" : "beanstalk", group, front);
    }

    private static Deployment server(String name, String like, ServerGroup group, Front front)
            throws BadInputException {
        Deployment.Servers ours = (Deployment.Servers) DeploymentFile.read(like);
        return new Deployment.Servers(
                name,
                new Hosting.Ec2("t3.micro", "gp3", 8),
                group,
                front,
                ours.zones(),
                ours.frontLatency(),
                ours.frontHeadBytes(),
                ours.inputs(),
                ours.sources());
    }
}
