package clew.app;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * The sources of Clew as the compiler reads them, and of a text in them whether it can be anything but what stands in the sources: literals, constants, what is put together from
 * those, and parameters and variables that get nothing else wherever the sources call or assign them.
 */
final class Sources {

    private static final Set<String> TEXT_OF_TEXT = Set.of("formatted", "replace", "strip");

    private final List<Call> calls = new ArrayList<>();
    private final Map<String, List<Call>> callsByName = new HashMap<>();
    /** Methods that are handed over by their names: who calls them cannot be followed. */
    private final Map<String, Set<CompilationUnitTree>> handedOver = new HashMap<>();

    /** A call of a method, or of a constructor under the name of its class. */
    record Call(TreePath path, String name, List<? extends ExpressionTree> arguments) {

        /** The file that it stands in. */
        String file() {
            return Path.of(path.getCompilationUnit().getSourceFile().toUri())
                    .getFileName()
                    .toString();
        }

        /** Whether the method is called on something. */
        boolean isOnSomething() {
            return receiver() != path.getLeaf();
        }

        /** What the method is called on; the call itself where it is called on nothing. */
        ExpressionTree receiver() {
            return path.getLeaf() instanceof MethodInvocationTree call
                            && call.getMethodSelect() instanceof MemberSelectTree select
                    ? select.getExpression()
                    : (ExpressionTree) path.getLeaf();
        }
    }

    Sources(Path... folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                new Reader().scan(unit, null);
            }
        }
    }

    /** Every call that fits. */
    List<Call> calls(Predicate<Call> wanted) {
        return calls.stream().filter(wanted).toList();
    }

    /** Whether an expression that stands in a call can be nothing but what stands in the sources. */
    boolean isFixed(ExpressionTree expression, TreePath place) {
        return isFixed(expression, place, new HashSet<>());
    }

    private boolean isFixed(Tree expression, TreePath place, Set<Tree> asked) {
        return switch (expression) {
            case LiteralTree literal -> true;
            case LambdaExpressionTree lambda -> true; // no text
            case MemberReferenceTree reference -> true;
            case TypeCastTree cast -> isFixed(cast.getExpression(), place, asked);
            case ParenthesizedTree inner -> isFixed(inner.getExpression(), place, asked);
            case BinaryTree both ->
                isFixed(both.getLeftOperand(), place, asked) && isFixed(both.getRightOperand(), place, asked);
            case ConditionalExpressionTree either ->
                isFixed(either.getTrueExpression(), place, asked) && isFixed(either.getFalseExpression(), place, asked);
            case MemberSelectTree select -> isConstant(select.getIdentifier().toString());
            case IdentifierTree name ->
                isConstant(name.getName().toString())
                        || isFixedVariable(name.getName().toString(), place, asked);
            case MethodInvocationTree call
            when call.getMethodSelect().toString().equals("Pattern.quote") -> true;
            case MethodInvocationTree call
            when call.getMethodSelect() instanceof MemberSelectTree select
                    && TEXT_OF_TEXT.contains(select.getIdentifier().toString()) ->
                isFixed(select.getExpression(), place, asked)
                        && call.getArguments().stream().allMatch(argument -> isFixed(argument, place, asked));
            default -> false;
        };
    }

    private static boolean isConstant(String name) {
        return name.matches("[A-Z][A-Z0-9_]*");
    }

    /** Whether whatever a variable, or a parameter, of this name is given around this place is fixed. */
    private boolean isFixedVariable(String name, TreePath place, Set<Tree> asked) {
        for (TreePath around = place; around != null; around = around.getParentPath()) {
            if (around.getLeaf() instanceof LambdaExpressionTree lambda
                    && lambda.getParameters().stream()
                            .anyMatch(one -> one.getName().contentEquals(name))) {
                return false;
            }
            if (around.getLeaf() instanceof MethodTree method) {
                List<String> parameters = method.getParameters().stream()
                        .map(one -> one.getName().toString())
                        .toList();
                if (parameters.contains(name)) {
                    return isFixedParameter(method, around, parameters.indexOf(name), asked);
                }
                return isFixedLocal(name, around, asked);
            }
        }
        return false;
    }

    private boolean isFixedParameter(MethodTree method, TreePath place, int at, Set<Tree> asked) {
        String name = method.getName().contentEquals("<init>")
                ? ((ClassTree) place.getParentPath().getLeaf()).getSimpleName().toString()
                : method.getName().toString();
        Predicate<CompilationUnitTree> near = near(method, place.getCompilationUnit());
        if (handedOver.getOrDefault(name, Set.of()).stream().anyMatch(near)) {
            return false;
        }
        int parameters = method.getParameters().size();
        boolean open = method.getParameters().getLast().toString().contains("...");
        if (open && at == parameters - 1) {
            return false;
        }
        List<Call> callers = callsByName.getOrDefault(name, List.of()).stream()
                .filter(call -> near.test(call.path().getCompilationUnit()))
                .filter(call -> open
                        ? call.arguments().size() >= parameters - 1
                        : call.arguments().size() == parameters)
                .toList();
        return !callers.isEmpty()
                && callers.stream()
                        .allMatch(call -> !asked.add(call.arguments().get(at))
                                || isFixed(call.arguments().get(at), call.path(), asked));
    }

    /** Where a method can be called from: its file where it is private, its package where it is not public. */
    private static Predicate<CompilationUnitTree> near(MethodTree method, CompilationUnitTree unit) {
        Set<Modifier> modifiers = method.getModifiers().getFlags();
        if (modifiers.contains(Modifier.PRIVATE)) {
            return other -> other == unit;
        }
        return modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED)
                ? other -> true
                : other -> other.getPackageName()
                        .toString()
                        .equals(unit.getPackageName().toString());
    }

    private boolean isFixedLocal(String name, TreePath method, Set<Tree> asked) {
        List<Tree> given = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void nothing) {
                if (variable.getName().contentEquals(name)) {
                    given.add(variable.getInitializer() == null ? variable : variable.getInitializer());
                }
                return super.visitVariable(variable, nothing);
            }

            @Override
            public Void visitAssignment(AssignmentTree assignment, Void nothing) {
                if (assignment.getVariable().toString().equals(name)) {
                    given.add(assignment.getExpression());
                }
                return super.visitAssignment(assignment, nothing);
            }
        }.scan(method, null);
        return !given.isEmpty() && given.stream().allMatch(one -> isFixed(one, method, asked));
    }

    private final class Reader extends TreePathScanner<Void, Void> {

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            Tree select = call.getMethodSelect();
            add(
                    select instanceof MemberSelectTree member
                            ? member.getIdentifier().toString()
                            : constructed(select.toString()),
                    call.getArguments());
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            add(made.getIdentifier().toString(), made.getArguments());
            return super.visitNewClass(made, nothing);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
            handedOver
                    .computeIfAbsent(reference.getName().toString(), name -> new HashSet<>())
                    .add(getCurrentPath().getCompilationUnit());
            return super.visitMemberReference(reference, nothing);
        }

        /** The class whose constructor {@code this(...)} and {@code super(...)} are; any other name as it is. */
        private String constructed(String name) {
            for (TreePath around = getCurrentPath(); around != null; around = around.getParentPath()) {
                if (around.getLeaf() instanceof ClassTree in && name.equals("this")) {
                    return in.getSimpleName().toString();
                }
                if (around.getLeaf() instanceof ClassTree in && name.equals("super") && in.getExtendsClause() != null) {
                    return in.getExtendsClause().toString();
                }
            }
            return name;
        }

        private void add(String name, List<? extends ExpressionTree> arguments) {
            Call call = new Call(getCurrentPath(), name, arguments);
            calls.add(call);
            callsByName.computeIfAbsent(name, key -> new ArrayList<>()).add(call);
        }
    }
}
