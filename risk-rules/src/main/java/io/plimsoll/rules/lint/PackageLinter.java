package io.plimsoll.rules.lint;

import io.plimsoll.rules.diagnostic.NearestName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;

/// Checks everything of a file that is no rule.
///
/// @param file the file
record PackageLinter(DrlFile file) {

    /// Reports everything that the file may not have besides rules.
    ///
    /// @return simple names of the types that it imports and may
    Set<String> check(PackageDescr file) {
        checkPackage(file);
        Set<String> imports = new HashSet<>();
        for (ImportDescr descr : file.getImports()) {
            checkImport(descr).ifPresent(imports::add);
        }
        checkGlobals(file);
        refuse(file.getFunctionImports(), "lint.import-static", "Functions can't be imported.");
        refuse(file.getAccumulateImports(), "lint.import-accumulate", "Accumulate functions can't be imported.");
        refuse(file.getFunctions(), "lint.function", "A rule file can't define functions.");
        refuse(file.getTypeDeclarations(), "lint.declare", "A rule file can't declare types.");
        refuse(file.getEnumDeclarations(), "lint.declare", "A rule file can't declare enums.");
        refuse(file.getWindowDeclarations(), "lint.window", "A rule file can't declare windows.");
        refuse(file.getEntryPointDeclarations(), "lint.entry-point", "A rule file can't declare entry points.");
        refuse(file.getAttributes(), "lint.attribute", "A rule file can't set attributes for its rules.");
        if (file.getUnit() != null) {
            refuse(List.of(file.getUnit()), "lint.unit", "A rule file can't belong to a unit.");
        }
        return imports;
    }

    /// Each phase is compiled from the package of its name; rules of another would never run.
    private void checkPackage(PackageDescr descr) {
        String name = descr.getName();
        String needed = file.phase().folder();
        if (!needed.equals(name)) {
            String message = name == null || name.isEmpty()
                    ? "The file has no package."
                    : "The package (%s) must be named like the folder, %s.".formatted(name, needed);
            file.refuse("lint.package", 0, message, "Maybe begin the file with \"package %s;\".".formatted(needed));
        }
    }

    private Optional<String> checkImport(ImportDescr descr) {
        String target = descr.getTarget();
        String name = FactCatalogue.simpleNameOf(target);
        int offset = descr.getStartCharacter();
        if (name.equals("*")) {
            String message = "A whole package can't be imported (%s).".formatted(target);
            file.refuse("lint.import-wildcard", offset, message, "Maybe import each type that is used.");
            return Optional.empty();
        }
        if (file.catalogue().importable(name).filter(target::equals).isPresent()) {
            return Optional.of(name);
        }
        if (FactCatalogue.of(Phase.ACTIONS)
                .importable(name)
                .filter(target::equals)
                .isPresent()) {
            TypeLinter.refuseLaterPhase(file, name, offset, endOf(descr));
            // Counted as imported, so that its uses are reported for what they are.
            return Optional.of(name);
        }
        String remedy = file.catalogue()
                .importable(name)
                .or(() -> NearestName.of(name, file.catalogue().importableNames())
                        .flatMap(near -> file.catalogue().importable(near)))
                .map("Maybe \"import %s;\"."::formatted)
                .orElseGet(() -> "Maybe one of %s, %s."
                        .formatted(
                                file.catalogue().factNames(), file.catalogue().constantNames()));
        file.refuse("lint.import", offset, endOf(descr), "The type (%s) can't be imported.".formatted(target), remedy);
        return Optional.empty();
    }

    private int endOf(ImportDescr descr) {
        int start = Math.max(0, descr.getStartCharacter());
        int target = file.text().indexOf(descr.getTarget(), start);
        return target < 0 ? start : target + descr.getTarget().length();
    }

    private void checkGlobals(PackageDescr descr) {
        FactCatalogue catalogue = file.catalogue();
        boolean hasSink = false;
        for (GlobalDescr global : descr.getGlobals()) {
            boolean isSink = global.getIdentifier().equals(catalogue.sink())
                    && (global.getType().equals(catalogue.sinkType())
                            || global.getType().equals(FactCatalogue.simpleNameOf(catalogue.sinkType())));
            if (!isSink) {
                int start = Math.max(0, global.getStartCharacter());
                int name = file.text().indexOf(global.getIdentifier(), start + "global".length());
                file.refuse(
                        "lint.global",
                        start,
                        name < 0 ? start : name + global.getIdentifier().length(),
                        "The global (%s %s) does not exist.".formatted(global.getType(), global.getIdentifier()),
                        "Maybe \"global %s %s;\".".formatted(catalogue.sinkType(), catalogue.sink()));
            }
            hasSink |= isSink;
        }
        if (!hasSink && !descr.getRules().isEmpty()) {
            String remedy = "Maybe \"global %s %s;\".".formatted(catalogue.sinkType(), catalogue.sink());
            file.refuse(
                    "lint.global-missing",
                    0,
                    "The file does not declare the sink (%s).".formatted(catalogue.sink()),
                    remedy);
        }
    }

    private void refuse(Iterable<? extends BaseDescr> elements, String code, String message) {
        for (BaseDescr element : elements) {
            file.refuse(
                    code,
                    element.getStartCharacter(),
                    message,
                    "Maybe delete it; what is missing belongs in the model.");
        }
    }
}
