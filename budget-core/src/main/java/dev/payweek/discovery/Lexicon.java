package dev.payweek.discovery;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of banks that say how money moved and not between whom, without accents. Immutable. */
final class Lexicon {

    private static final Set<String> RAILS = words("""
            ach des ppd web tel ccd indn co id pos sq tst debit direct dd so sto bgc bp fpo fpi bacs chaps chq \
            sepa lastschrift basislastschrift folgelastschrift erstlastschrift einzug mref cred kref svwz eref \
            iban bic notprovided \
            mandat mandatsref referenz ref reference rechnung rechnungsnr rg nr kundennr kunde vertrag vertragsnr \
            gehalt lohn bezuege entgelt lohnabrechnung abrechnung verwendungszweck gutschrift ueberweisung \
            uberweisung \
            dauerauftrag kartenzahlung kartenumsatz ec girocard visa mastercard maestro amex card purchase \
            purch recurring \
            payment pymt pmt paymt autopay auto online bill billpay epay echeck check checkcard withdrawal deposit \
            dep payroll salary wages wage pay dir dirdep paypal klarna stripe adyen sumup zettle invoice inv no \
            num number \
            contactless gpay virement vir inst uk gb usa us prelevement prlvt prlv carte cb paiement achat salaire \
            salaires paie facture echeance sepavir emis recu de la le les du des motif mdt rum ics nomina pago \
            recibo \
            adeudo transferencia compra tarjeta stipendio addebito bonifico pagamento carta salaris loon betaling \
            incasso automatische omschrijving machtiging kenmerk lon autogiro kortkop betalning insattning \
            the of and und der die das et y e il van bei an to from for von fur fuer www com net org http https \
            gmbh ag kg ug mbh se ltd limited plc llc inc corp corporation company sa sas sarl srl bv nv ab oy \
            faster trn tran transaction trans txn ext trnsfr internet bank transfer zelle venmo cash app swish \
            bizum twint standing order neft rtgs imps upi nach cr dr pix enviado recebido pagto pgto deb debito autom \
            automatico eletron boleto salario europe cie""");

    private static final Set<String> DATES = words("""
            jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august \
            september \
            october november december januar februar maerz marz mai juni juli oktober dezember okt dez mrz janvier \
            fevrier mars avril juin juillet aout septembre octobre novembre decembre enero febrero marzo abril \
            mayo junio \
            julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio \
            settembre \
            ottobre dicembre januari februari maart mei augustus mon tue wed thu fri sat sun monday tuesday \
            wednesday \
            thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag""");

    private static final Map<String, Integer> MARKS = marks();

    /** A purchase by card, where {@code CARD PAYMENT} alone is what pays for a month of them. */
    private static final Set<String> BOUGHT = Set.of("card", "payment", "to");

    private static final Map<Set<String>, Integer> TOGETHER = together();

    private static final Set<String> PARTS = Stream.concat(Stream.of(BOUGHT), TOGETHER.keySet().stream())
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private Lexicon() {}

    private static Set<String> words(String list) {
        return Arrays.stream(list.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Integer> marks() {
        Map<Integer, String> lists = Map.of(
                Marks.BACK,
                "refund return returned reversal erstattung ruckerstattung rueckerstattung "
                        + "retoure storno remboursement "
                        + "avoir reembolso devolucion rimborso terugbetaling aterbetalning rembt credit chargeback",
                Marks.BONUS,
                "bonus praemie pramie sonderzahlung weihnachtsgeld urlaubsgeld prime commission tantieme vakantiegeld",
                Marks.EXPENSES,
                "expenses expense reimbursement reimb spesen reisekosten auslagen frais dietas onkosten",
                Marks.PERSON,
                "zelle venmo cashapp swish bizum twint p2p fpi inst freunde friends miete "
                        + "mietanteil loyer rent wg coloc",
                Marks.CASH,
                "atm cash cashpoint withdrawal geldautomat bargeld bargeldauszahlung auszahlung "
                        + "bankomat gaa retrait dab "
                        + "cajero reintegro prelievo geldautomaat uttag withdrwl",
                Marks.INTEREST,
                "interest zinsen habenzinsen interets intereses interessi rente ranta cashback "
                        + "dividend dividende rewards",
                Marks.SALARY,
                "payroll salary wages wage gehalt lohn bezuege entgelt salaire salaires paie "
                        + "nomina stipendio salaris lon "
                        + "pension rente rentenversicherung kindergeld benefit allowance dirdep "
                        + "elterngeld arbeitslosengeld krankengeld bafog bafoeg wohngeld familienkasse caf allocations "
                        + "allocation retraite arrco indemnites dwp hmrc ssa salario toeslag zorgtoeslag "
                        + "huurtoeslag kinderbijslag uitkering",
                Marks.FEE,
                "fee fees gebuhr gebuehr entgelt auslandseinsatz auslandseinsatzentgelt frais commission comision "
                        + "surcharge charge");
        Map<String, Integer> marks = new TreeMap<>();
        lists.forEach((mark, list) -> words(list).forEach(word -> marks.merge(word, mark, (a, b) -> a | b)));
        String own =
                "transfer uebertrag ubertrag umbuchung sparkonto sparen tagesgeld tagesgeldkonto savings saver isa "
                        + "livret epargne ahorro traspaso trasferimento overforing sparkonto spaarrekening "
                        + "girokonto eigenes "
                        + "eigene kreditkarte kreditkartenabrechnung checking xfer trf tfr interne";
        words("kartenzahlung kartenumsatz girocard ec pos contactless purchase purch achat compra kortkop cb")
                .forEach(word -> marks.merge(word, Marks.SHOP, (a, b) -> a | b));
        String drawn = "lastschrift basislastschrift folgelastschrift erstlastschrift einzug mandat dauerauftrag "
                + "prelevement prlv prlvt prelevements echeance rum sepavir recibo adeudo domiciliacion "
                + "addebito incasso machtiging autogiro dd sto ppd autopay billpay nach debito";
        words(drawn).forEach(word -> marks.merge(word, Marks.DEBIT, (a, b) -> a | b));
        words(own).forEach(word -> marks.merge(word, Marks.OWN, (a, b) -> a | b));
        return Map.copyOf(marks);
    }

    static boolean isRail(String bare) {
        return RAILS.contains(bare) || DATES.contains(bare);
    }

    static int marksOf(String bare) {
        return MARKS.getOrDefault(bare, 0);
    }

    /** Whether a word says anything together with others. */
    static boolean isPart(String bare) {
        return PARTS.contains(bare);
    }

    /** What only several words together say: that a card was paid, that a person was. */
    static int marksOf(Set<String> bare) {
        int marks = 0;
        if (bare.containsAll(BOUGHT)) {
            return Marks.SHOP;
        }
        for (Map.Entry<Set<String>, Integer> together : TOGETHER.entrySet()) {
            if (bare.containsAll(together.getKey())) {
                marks |= together.getValue();
            }
        }
        return marks;
    }

    private static Map<Set<String>, Integer> together() {
        Map<Set<String>, Integer> marks = new HashMap<>();
        for (String card : List.of(
                "card payment",
                "payment thank you",
                "credit card",
                "cardmember",
                "credit crd",
                "payment received",
                "carte credit",
                "card autopay",
                "crd autopay",
                "crd epay")) {
            marks.put(words(card), Marks.CARD);
        }
        for (String debit : List.of(
                "direct debit",
                "standing order",
                "d",
                "ach debit",
                "ach web",
                "web pmts",
                "bill payment",
                "bill pay")) {
            marks.put(words(debit), Marks.DEBIT);
        }
        marks.put(words("cash app"), Marks.PERSON);
        marks.put(words("faster payment"), Marks.PERSON);
        return Map.copyOf(marks);
    }
}
