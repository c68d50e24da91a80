import type { ImportField } from './import-field'

/*
 * Headings by field. Marks tell where a form is used; sources as numbered in the design page of the files:
 * SAP technical names and layouts (S1 to S5, H1 to H4), German (H1, H7), French (H4), Japanese (H5), Chinese (H6),
 * Odoo (O1, O2), ERPNext (E1, E2), NetSuite (N1), Dynamics 365 (D1), Oracle (R1, R2), and our own tables.
 */

/** Headings that mean one thing wherever they stand. */
export const strongHeaderWords: { readonly [Field in ImportField]?: string } = {
  part:
    'MATNR|Material|Material Number|Material No|Materialnummer|Materialnr|Material-Nr|Artikelnummer|Artikel-Nr|Artikelnr|Artikel|Teilenummer|Teilenr|Teile-Nr|Sachnummer|' +
    'Sachnr|Article|Numéro d\'article|Numéro article|N° article|Référence article|Réf article|Code article|品目|品目コード|品番|物料|物料编码|物料编号|物料号|料号|料號|物料編號|자재|자재번호|품번|품목|품목코드|품목번호|物料編碼|物料号码|' +
    'part number|part no|part nr|part|part #|P/N|PN|SKU|Item Number|Item No|Item Code|ItemNumber|ProductNumber|Product Number|default_code|' +
    'Internal Reference|Interne Referenz|SEGMENT1|itemId|Component|Component Number|Komponente|Composant|IDNRK|Bauteil|Bauteilnummer|Teil-Nr|Material Code|Part Code|Item ID|Product Code|Artikelcode|N° de pièce|Référence pièce|部品番号|部品コード|零件号|产品编码|Stock Code',
  plant:
    '플랜트|공장|廠區|工廠|WERKS|Plant|Plnt|Werk|Division|プラント|工厂|site|CoverageSiteId|ORGANIZATION_CODE|warehouse_id|InventorySiteId|ReceivingSiteId|Standort|拠点',
  storageLocation: 'LGORT|LOrt|Lag.Ort|Mag|Storage Location|SLoc|Lagerort|Storage Loc|Stock Location|保管場所|Lager|Magasin|倉庫|仓库|창고|库存地点|Entrepôt|warehouse|default_warehouse|location_id|Location|LocationId|CoverageWarehouseId|InventoryWarehouseId|ReceivingWarehouseId',
  batch: 'CHARG|Batch|Charge|Batch Number|ロット|批次',
  description:
    'MAKTX|Descr|Desc|Materialkurzt|Kurzbeschreibung|Beschreibung|Material Description|Short Text|Materialkurztext|Bezeichnung|Artikelbezeichnung|Artikel Bezeichnung|Materialbezeichnung|Kurztext|Désignation|Désignation article|' +
    'Description article|品目テキスト|品名|품명|자재명|자재내역|物料描述|物料說明|物料名稱|物料名称|description|item description|part description|TXZ01|Item Name|item_name|ProductName|ProductDescription|Libellé|Benennung|part name|名称',
  supplier:
    'NAME1|Vendor|Supplier|Supplier Name|Vendor Name|Supplier/Supplying Plant|Vendor/supplying plant|Lieferant|Lieferantenname|Lieferant/Lieferwerk|Fournisseur|仕入先|仕入先名|供应商|供应商名称|供應商|供應商名稱|공급업체|공급사|' +
    'seller_ids/partner_id|default_supplier|Preferred Vendor|VendorAccountNumber|Hersteller',
  supplierCode: 'LIFNR|Vendor Number|Supplier Number|Lieferantennummer|Lieferanten-Nr|Kreditor|Code fournisseur|仕入先コード|供应商编码',
  origin:
    'HERKL|Country of Origin|Ursprungsland|Herkunftsland|Pays d\'origine|原産国|原产国|原產國|원산지|country_of_origin|Country of Manufacture|OriginCountryRegionId|origin|Ursprung|Origine|COO',
  rareEarthOrigin: 'rare earth origin',
  unit:
    'MEINS|Base Unit of Measure|Base Unit|BUn|Basismengeneinheit|BME|ME|Unité de qté base|Unité de base|Unité|基本数量単位|単位|基本计量单位|计量单位|单位|單位|基本單位|단위|기본단위|Default Unit of Measure|unit|UoM|UOM|unit of measure|uom_id|uom_po_id|' +
    'stock_uom|Primary Stock Unit|InventoryUnitSymbol|PRIMARY_UOM_CODE|PRIMARY_UNIT_OF_MEASURE|Einheit|Mengeneinheit|Order Unit|OUn|BME EA|Unit of Entry|EUn|ERFME|Erfassungsmengeneinheit|Erfassungs-ME|ErfassME|EME|入力単位|录入单位|UQB|UQ|Unité de qté|Unité qté|Unité de commande|数量単位|発注単位|采购单位|订单单位',
  onHand:
    'LABST|Unrestricted|Unrestricted Use|Unrestricted Stock|Frei verwendbar|Frei verwendbarer Bestand|Lagerbestand|A utilisation libre|Utilisation libre|Stock à utilisation libre|利用可能在庫|在庫数|在庫数量|非限制使用的库存|非限制使用|' +
    '当前库存|库存数量|庫存數量|當前庫存|現有庫存|현재고|가용재고|재고|재고수량|on hand|onhand|stock on hand|qty on hand|quantity on hand|on hand qty|on hand quantity|qty_available|actual_qty|AvailableOnHandQuantity|OnHandQuantity|' +
    'PRIMARY_TRANSACTION_QUANTITY|Verfügbarer Bestand|Stock disponible|Stock|Inventory|Current Stock|Vorrat|Ist-Bestand|Istbestand|Aktueller Bestand|Stock actuel|Quantité en stock|Qté en stock|現在庫|现有库存|现存量|SOH|QOH|Stock Qty|Stock Quantity|Qty in Stock|Bestandsmenge|Bestand frei verwendbar|Bestand frei|Frei verw|Frei verw. Bestand|Unrestricted stock|Balance|Qty Available|Available stock',
  qualityStock: 'INSME|In Quality Insp|In Quality Inspection|Quality Inspection|Qualitätsprüfung|In Qualitätsprüfung|In Qualitätsprüfg|En contrôle qualité|品質検査中|质检|质量检验',
  blockedStock: 'SPEME|Blocked|Blocked Stock|Gesperrt|Sperrbestand|Gesperrter Bestand|Bloqué|Stock bloqué|保留|冻结|冻结库存',
  allocated: 'allocated|reserved|reserviert|réservé|引当数|已分配|reserved_qty|Quantity Committed|Committed',
  backordered: 'backordered|backorders|back order|Rückstand|Quantity Back Ordered',
  onOrder:
    'on order|qty on order|quantity on order|incoming_qty|incoming|ordered_qty|onorder|Bestellbestand|Offene Bestellungen|En commande|発注残数合計|open PO qty total|OnOrderQuantity',
  leadTimeDays:
    'PLIFZ|Pl Deliv Time|Planned Deliv Time|Planned Delivery Time|Planned Delivery Time in Days|PDT|Planlieferzeit|Planlief.Zeit|Pl.-Lieferzeit|Plan-Lieferzeit|Plan.Lieferzeit|PLZ|Délai prév livraison|Délai prévisionnel de livraison|Délai prévisionnel livraison|納入予定日数|计划交货时间|採購前置時間|採購提前期|리드타임|납기일수|' +
    'lead time|leadtime|lead time days|lead_time_days|Lead Time in days|seller_ids/delay|Delivery Lead Time|Purchase Lead Time|ProcurementLeadTimeDays|ProcurementLeadTime|PROCESSING_LEAD_TIME|FULL_LEAD_TIME|' +
    'Lieferzeit|Délai de livraison|Délai|Délai livraison|调达提前期|Supplier lead time|LT',
  leadTimeSdDays: 'lead time sd|lead time sd days|lead time standard deviation',
  totalLeadTimeDays:
    'WZEIT|Tot repl lead time|Total replenishment lead time|Total Replenishment Time|Wiederbeschaffungszeit|WBZ|Gesamtwiederbeschaffungszeit|GWBZ|Délai d\'approvisionnement|Délai approvisionnement|リードタイム|采购提前期|调达リードタイム|調達リードタイム|CUMULATIVE_TOTAL_LEAD_TIME',
  transitDays: 'transit|transit days|Transit time',
  receiptDays: 'WEBAZ|GRT|GR Processing Time|GR Proc Time|GRPT|WE-Bearbeitungszeit|WE Bearbeitungszeit|Tps traitement EM|Temps traitement EM|Tps récept|入庫処理日数|收货处理时间|POSTPROCESSING_LEAD_TIME',
  isLeadTimeWorkingDays: 'IsProcurementLeadTimeUsingWorkingDays|IsLeadTimeUsingWorkingDays|IsProcurementLeadTimeInWorkingDays',
  safetyStock: 'EISBE|Safety Stock|Sicherheitsbestand|Sich.Bestand|Sicherheitsbest|Stock de sécurité|安全在庫|安全库存|安全庫存|안전재고|safety_stock|Safety Stock Level|MinimumSafetyStock|erp safety stock|Mindestbestand|SS|Safety Stk|SafetyStk|Saf Stock',
  reorderPoint: 'MINBE|Reorder Point|ROP|Meldebestand|Meldebest|Bestellpunkt|Point de commande|Seuil de réappro|Seuil de réapprovisionnement|発注点|再订货点|再訂購點|재주문점|발주점|Re-order Level|warehouse_reorder_level|reorder_levels/warehouse_reorder_level|Reorder Level|MinimumOnHandInventoryQuantity|MIN_MINMAX_QUANTITY|product_min_qty|erp reorder point',
  maximumStock: 'MABST|Maximum Stock|Maximum Stock Level|Höchstbestand|Stock maximum|product_max_qty|MaximumOnHandInventoryQuantity|MAX_MINMAX_QUANTITY|Preferred Stock Level|最大库存',
  moq: 'BSTMI|Minimum Lot Size|Min Lot Size|Minimum Order Quantity|Min Order Qty|Mindestlosgröße|Min. Losgröße|Mindestlos|Min.Losgröße|Mindestbestellmenge|Taille de lot min|Taille de lot minimale|Lot mini|Qté min de commande|最小ロットサイズ|最小発注数|最小批量大小|最小订货量|MOQ|seller_ids/min_qty|min_order_qty|Minimum Order Qty|Min Order Quantity|Min Qty|Mindestmenge|Minimum Quantity|最低発注数量|最小起订量|最小訂購量|최소주문수량|Qté minimale|LowestQty|MINIMUM_ORDER_QUANTITY|MinimumProcurementOrderQuantity|MinimumOrderQuantity',
  lotMultiple: 'BSTRF|Rounding value|Rundungswert|Gebindemenge|Valeur d\'arrondi|丸め数量|舍入值|批量倍数|lot|lot multiple|qty_multiple|Fixed Lot Multiple|Fixed Lot Size|MultipleQty|FIXED_LOT_MULTIPLIER|Order multiple|StandardProcurementOrderQuantity|Multiple',
  unitPrice:
    'STPRS|VERPR|NETPR|Standard Price|Standardpreis|StdPreis|Std.-Preis|Prix standard|標準原価|标准价格|单价|単価|單價|標準價格|단가|표준단가|unit cost|unit price|Price|Preis|Prix|Einzelpreis|Prix unitaire|Prix net|Net Price|Net Order Price|Nettopreis|Moving Price|Moving Average Price|Gleitender Durchschnittspreis|Stückpreis|standard_price|' +
    'valuation_rate|Purchase Price|cost|UnitCost|LIST_PRICE_PER_UNIT|Standard cost|Kosten',
  priceUnit: 'PEINH|Price Unit|Preiseinheit|Base de prix|価格単位|価格設定単位|价格单位|UnitCostQuantity|PE|per|pro|Price per',
  currency: 'WAERS|Currency|Crcy|Währung|Währg|Devise|通貨|货币|币种|貨幣|幣別|통화|CurrencyCode|Curr',
  abc: 'MAABC|ABC Indicator|ABC-Kennzeichen|ABC-Indikator|ABC|ABC区分|ABC标识|ABC分类|ValueABCCode|ABC class|Code ABC|Classe ABC',
  serviceLevel: 'service level|service level pct|Servicegrad|Taux de service|cycle service level|サービス率|服务水平|Lieferbereitschaftsgrad',
  fillRate: 'fill rate',
  deleted: 'LVORM|LOEKZ|Löschvormerkung|Löschkennzeichen|Deletion Indicator|Deletion Flag|Flag for deletion|Tém suppr|Témoin de suppression|削除フラグ|删除标记|DF at plant level|Lvm',
  usagePerWeek: 'usage per week|weekly usage|weekly consumption|Verbrauch pro Woche|Wochenverbrauch|Consommation par semaine|Consommation hebdomadaire|Consommation hebdo|Conso hebdo|週間使用量|周用量|週用量|주간 사용량',
  usageSdPerWeek: 'usage sd per week|weekly usage sd|Standardabweichung pro Woche|Écart type hebdomadaire|Écart type hebdo',
  usagePerMonth: 'usage per month|monthly usage|monthly consumption|Monatsverbrauch|Verbrauch pro Monat|Consommation par mois|Consommation mensuelle|Conso mensuelle|月使用量|月用量',
  usageSdPerMonth: 'usage sd per month|monthly usage sd|Standardabweichung pro Monat|Écart type mensuel',
  grade: 'grade|magnet grade|Magnetgüte|Güte|Nuance', materialFamily: 'material family', form: 'form', sector: 'sector', licenceRoute: 'licence route', note: 'note',
  magnetMassPerUnitKg: 'magnet mass|magnet mass kg per unit', isCritical: 'critical', elements: 'elements', capCoverDays: 'cap', capOrderQuantity: 'cap order quantity', reviewPeriodDays: 'review', id: 'part id',
  po: 'EBELN|Purchasing Document|Purchase Order|PO|PO Number|PO No|PO Nr|PO#|Order No|Order Number|Order #|Auftragsnummer Einkauf|Bestellnr|注文番号|订单号|Purchase Order Number|PurchaseOrderNumber|Bestellung|Bestellnummer|Bestell-Nr|Einkaufsbeleg|Belegnummer Einkauf|N° commande|Commande|Numéro de commande|Document d\'achat|Commande d\'achat|発注番号|購買伝票|購買発注|采购订单|采购凭证|采购订单号|采购订单编号|order_id|PO_HEADER_ID|DocumentNumber PO',
  item: 'EBELP|PO Item|Bestellposition|Position|Pos|Poste|明細|行项目|项目|LineNumber|PO Line|Line No|PO_LINE|Item of PO|Purchase Order Item',
  openQty:
    'Still to be delivered|Still to be delivered qty|Open Quantity|Open Qty|Open order qty|Noch zu liefern|Noch zu liefern Menge|Offene Bestellmenge|Offene Menge|Quantité à réceptionner|Reste à livrer|Qté à livrer|Qté restante|発注残|発注残数|采购在途|未清数量|在途数量|RemainingQuantity|RemainingPurchaseQuantity|Remaining qty|Outstanding qty',
  orderedQty: 'Order Quantity|Ordered Quantity|Ordered Qty|PO Quantity|PO Qty|Bestellmenge|Quantité commandée|Qté commandée|発注数|発注数量|订单数量|采购数量|OrderedPurchaseQuantity|product_qty',
  deliveredQty: 'Delivered|Quantity Delivered|Delivered Qty|Received Qty|Qty Received|Quantity Received|WEMNG|Gelieferte Menge|Wareneingangsmenge|WE-Menge|Quantité livrée|Quantité reçue|入庫済数|已收货数量|qty_received|received_qty|ReceivedPurchaseQuantity',
  dueDate: 'EINDT|Delivery Date|Deliv Date|Liefertermin|Lieferdatum|Liefertermin bestätigt|Bestätigter Liefertermin|Wareneingang geplant|Date de livraison|Échéance|納入日付|納期|交货日期|due|due date|ETA|NEED_BY_DATE|PROMISED_DATE|Promised date|Promise Date|ConfirmedDeliveryDate|date_planned|schedule_date|Expected Receipt Date|Expected Arrival',
  orderedDate: 'BEDAT|Document Date|PO Date|Order Date|Bestelldatum|Belegdatum|Date de commande|発注日|订单日期|凭证日期|date_order|transaction_date',
  period: 'SPMON|SPBUP|Month|Monat|Mois|Period|Periode|Période|年月|月|月份|期间|期間|Year/Month|Posting period|Calendar month|week|Woche|Semaine|Kalenderwoche|週',
  fiscalYear: 'GJAHR|Fiscal Year|Geschäftsjahr|Exercice|Year|Jahr|Année|会計年度|年度|年',
  periodKind: 'PERKZ|Period Indicator|Periodenkennzeichen',
  usageQty: 'MGVBR|ENMNG|GSV|Verbrauch|Verbrauchsmenge|Consumption|Consumption Qty|Consommation|Besoins|Usage|Usage Qty|Quantity used|Issued Qty|出庫数|使用量|消耗|用量|出库数量|出庫数量|消耗数量|Total consumption|Gesamtverbrauch|consumed_qty',
  postingDate: 'BUDAT|Posting Date|Pstng Date|Buchungsdatum|Buch dat|Date comptable|Date de comptabilisation|転記日付|过账日期|posting_date|TRANSACTION_DATE',
  movementType: 'BWART|Movement Type|MvT|Bewegungsart|BwA|BWA|Code mouvement|Type de mouvement|移動タイプ|移动类型|TRANSACTION_TYPE',
  postingQty: 'ERFMG|Qty in unit of entry|Qty in Un. of Entry|Quantity in Unit of Entry|Qty in UnE|Quantity in UnE|Menge in Erfassungsmengeneinheit|Menge in ErfassME|Menge in Basismengeneinheit|Menge in BME|Qty in BUn|Quantité en unité de saisie|Quantité en UQ saisie|入力単位の数量|以录入单位计的数量|Moved quantity|Transaction Quantity',
  documentNumber: 'MBLNR|Material Document|Mat Doc|Materialbeleg|MatBeleg|Document article|入出庫伝票|物料凭证',
  documentItem: 'ZEILE|Mat Doc Item|Materialbelegposition|Material Doc Item',
  assembly: 'assembly|product|parent|parent part|parent item|Baugruppe|Assembly Number|STLNR|Produit|親品目|父项物料|bom_id|Kopfmaterial|Erzeugnis|Nomenclature|finished good',
  quantityPer: 'quantity per|qty per|quantity per product|pieces per assembly|Component Quantity|Komponentenmenge|Menge pro Baugruppe|Menge je Baugruppe|Quantité par|員数|单位用量|product_uom_qty per|Comp Qty|MENGE je|KMPMG',
  scrap: 'scrap|scrap rate|Ausschuss|Komponentenausschuss|Component scrap|AUSCH|Rebut',
  buildsPerWeek: 'builds per week|build rate per week',
}

/** Headings that are taken for a field only when no other column fills it. */
export const weakHeaderWords: { readonly [Field in ImportField]?: string } = {
  part: 'Name|ID|External ID|Internal ID|Code|Réf|Référence|Ref|Item|Teil|INVENTORY_ITEM_ID|Produit|Product|Produkt|产品|商品コード|ITEM',
  description: 'Text|Name|Item description short|Item',
  plant: 'Organization|Org|Region',
  unit: 'Stock unit|Unit name',
  item: 'Item|Line|Zeile',
  dueDate: 'RequestedDeliveryDate|Requested Date|Statistical Delivery Date|Wunschtermin',
  // What a vendor asks, or asked last, beside what the part costs in the books.
  unitPrice: 'seller_ids/price|last_purchase_rate|Last Purchase Rate|Last Purchase Price',
  abc: 'RevenueABCCode',
  supplier: 'Manufacturer|Maker|メーカー|厂商',
}

/** Headings that mean different things in different files: asked, unless the rest of the file settles them. */
export const ambiguousHeaderWords: { readonly [word: string]: readonly ImportField[] } = {
  Bestand: ['onHand', 'safetyStock', 'maximumStock'],
  Menge: ['onHand', 'openQty', 'orderedQty', 'usageQty', 'postingQty', 'quantityPer'],
  MENGE: ['onHand', 'openQty', 'orderedQty', 'usageQty', 'postingQty', 'quantityPer'],
  Qty: ['onHand', 'openQty', 'orderedQty', 'usageQty', 'postingQty', 'quantityPer'],
  Quantity: ['onHand', 'openQty', 'orderedQty', 'usageQty', 'postingQty', 'quantityPer'],
  Quantité: ['onHand', 'openQty', 'orderedQty', 'usageQty', 'postingQty', 'quantityPer'],
  Qté: ['onHand', 'openQty', 'orderedQty', 'usageQty', 'postingQty', 'quantityPer'],
  数量: ['onHand', 'openQty', 'orderedQty', 'usageQty', 'postingQty', 'quantityPer'],
  在庫: ['onHand', 'safetyStock'],
  库存: ['onHand', 'safetyStock'],
  Date: ['dueDate', 'orderedDate', 'postingDate'],
  Datum: ['dueDate', 'orderedDate', 'postingDate'],
  日付: ['dueDate', 'orderedDate', 'postingDate'],
  日期: ['dueDate', 'orderedDate', 'postingDate'],
  Termin: ['dueDate', 'orderedDate'],
  Bedarf: ['usageQty', 'openQty'],
}

/** Headings that SAP and others fill with days by definition, so that short times are no reason to ask. */
export const headersInDays =
  'PLIFZ|Pl Deliv Time|Planned Deliv Time|Planned Delivery Time|Planlieferzeit|Planlief.Zeit|Pl.-Lieferzeit|Plan-Lieferzeit|Plan.Lieferzeit|Délai prév livraison|Délai prévisionnel de livraison|Délai prévisionnel livraison|納入予定日数|计划交货时间|' +
  'seller_ids/delay|Delivery Lead Time|Purchase Lead Time|ProcurementLeadTimeDays|ProcurementLeadTime|PROCESSING_LEAD_TIME|FULL_LEAD_TIME|WZEIT|PDT'
