import java.io.FileInputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Prints for each PDF named on the command line a line with its verdict, and lines with what is wrong in it. */
public class Verapdf {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (var file : files) {
            try (var input = new FileInputStream(file);
                    var parser = Foundries.defaultInstance().createParser(input, PDFAFlavour.PDFUA_1);
                    var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
                var result = validator.validate(parser);
                var verdict = result.isCompliant() ? "compliant" : "not compliant";
                System.out.println(file + "\t" + verdict + "\t" + result.getTotalAssertions());
                var faults = new TreeSet<String>();
                for (var assertion : result.getTestAssertions()) {
                    var rule = assertion.getRuleId();
                    faults.add(rule.getClause() + "-" + rule.getTestNumber() + " " + assertion.getMessage());
                }
                faults.forEach(fault -> System.out.println("\t" + fault));
            }
        }
    }
}
