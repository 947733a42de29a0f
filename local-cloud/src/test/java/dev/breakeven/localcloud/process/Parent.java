package dev.breakeven.localcloud.process;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Opens a directory and starts a child, prints where they are, and closes neither. */
final class Parent {

    private Parent() {}

    public static void main(String[] args) throws Exception {
        TemporaryDirectory directory = TemporaryDirectory.create("breakeven-test");
        Files.createFile(directory.path().resolve("file"));
        ChildProcess child = ChildProcess.start(List.of("sleep", "1000"), directory.path(), Map.of());
        System.out.println("opened " + child.pid() + " " + directory.path() + " .");
        new CountDownLatch(1).await();
    }
}
