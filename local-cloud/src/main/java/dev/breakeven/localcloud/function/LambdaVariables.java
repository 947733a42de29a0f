package dev.breakeven.localcloud.function;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The environment variables of a function, as Lambda's documentation lists them ("Using Lambda environment variables"), and no
 * others. The access keys of the execution role are left out: there is no account here.
 */
final class LambdaVariables {

    private static final String REGION = "us-east-1";
    private static final String RUNTIME_DIRECTORY = "/var/runtime";

    private LambdaVariables() {}

    static String functionArn(FunctionPackage function) {
        return "arn:aws:lambda:" + REGION + ":123456789012:function:" + function.name();
    }

    static Map<String, String> of(FunctionPackage function, String runtimeApiAddress) {
        FunctionConfiguration configuration = function.configuration();
        String taskRoot = function.taskRoot().toString();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        variables.put("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
        variables.put("AWS_XRAY_DAEMON_ADDRESS", "169.254.79.129:2000");
        variables.put("PATH", "/usr/local/bin:/usr/bin/:/bin:/opt/bin");
        variables.put(
                "LD_LIBRARY_PATH",
                "/lib64:/usr/lib64:" + RUNTIME_DIRECTORY + ":" + RUNTIME_DIRECTORY + "/lib:" + taskRoot + ":" + taskRoot
                        + "/lib:/opt/lib");

        // A function may replace those above. The ones below are reserved.
        variables.putAll(configuration.environment());
        variables.put("_HANDLER", configuration.handler());
        variables.put("AWS_REGION", REGION);
        variables.put("AWS_DEFAULT_REGION", REGION);
        function.managedRuntime().ifPresent(runtime -> variables.put("AWS_EXECUTION_ENV", runtime));
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(configuration.memoryMegabytes()));
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_FORMAT", "Text");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        variables.put("AWS_LAMBDA_LOG_LEVEL", "INFO");
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "[$LATEST]" + UUID.randomUUID());
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApiAddress);
        variables.put("LAMBDA_TASK_ROOT", taskRoot);
        variables.put("LAMBDA_RUNTIME_DIR", RUNTIME_DIRECTORY);
        return variables;
    }
}
