package io.plimsoll.rules.document.decision;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// An action with its reasons, as written. The field `type` says which.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MarginCallDocument.class, name = "marginCall"),
    @JsonSubTypes.Type(value = LiquidationDocument.class, name = "liquidation"),
    @JsonSubTypes.Type(value = CollateralLiquidationDocument.class, name = "collateralLiquidation"),
    @JsonSubTypes.Type(value = ReduceLeverageDocument.class, name = "reduceLeverage"),
    @JsonSubTypes.Type(value = ClosePositionDocument.class, name = "closePosition"),
    @JsonSubTypes.Type(value = RestrictTradingDocument.class, name = "restrictTrading"),
    @JsonSubTypes.Type(value = RebalanceDocument.class, name = "rebalance"),
    @JsonSubTypes.Type(value = AlertDocument.class, name = "alert")
})
public sealed interface ActionDocument
        permits MarginCallDocument,
                LiquidationDocument,
                CollateralLiquidationDocument,
                ReduceLeverageDocument,
                ClosePositionDocument,
                RestrictTradingDocument,
                RebalanceDocument,
                AlertDocument {

    /// A function of the content: the same action of the same decision has the same one.
    String id();

    /// What it is done to.
    ScopeDocument scope();

    /// One sentence with the numbers.
    String summary();

    /// What it answers.
    List<BreachDocument> breaches();

    /// The action rules that asked for it.
    List<ProvenanceDocument> chosenBy();

    /// Content digest of the version that decided.
    String ruleSetVersion();
}
