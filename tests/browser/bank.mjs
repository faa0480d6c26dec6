// The bank, as the test plays it: reads the file of payments and writes the statement it would send back.

/** Reads what the story compares of a pain.001 file. */
export function readPayments(xml) {
  const all = (tag, text = xml) => [...text.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`, 'g'))].map(([, value]) => value)
  const payments = [...xml.matchAll(/<CdtTrfTxInf>([\s\S]*?)<\/CdtTrfTxInf>/g)].map(([, part]) => ({
    reference: all('EndToEndId', part)[0],
    sum: all('InstdAmt', part)[0],
    name: all('Nm', part)[0]
  }))
  return {
    payments,
    count: all('NbOfTxs'),
    sum: all('CtrlSum'),
    payOn: all('Dt')[0],
    account: xml.match(/<DbtrAcct>([\s\S]*?)<\/DbtrAcct>/)[1],
    agent: xml.match(/<DbtrAgt>([\s\S]*?)<\/DbtrAgt>/)[1]
  }
}

/** The camt.053 statement of a day on which the bank carried out every payment of a file. */
export function statementFor(file, day) {
  const total = file.payments.reduce((pence, payment) => pence + Math.round(Number(payment.sum) * 100), 0)
  const balance = (code, pence) => `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">${(pence / 100).toFixed(2)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`
  const entry = ({ reference, sum }, index) =>
    `<Ntry><Amt Ccy="GBP">${sum}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>` +
    `<AcctSvcrRef>BANK-${index + 1}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>` +
    `<NtryDtls><TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs><Amt Ccy="GBP">${sum}</Amt><CdtDbtInd>DBIT</CdtDbtInd></TxDtls></NtryDtls></Ntry>`
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>` +
    `<GrpHdr><MsgId>STORY-1</MsgId><CreDtTm>${day}T18:00:00Z</CreDtTm></GrpHdr><Stmt><Id>STORY-1</Id><CreDtTm>${day}T18:00:00Z</CreDtTm>` +
    `<Acct>${file.account}<Svcr>${file.agent}</Svcr></Acct>${balance('OPBD', 10_000_000)}${balance('CLBD', 10_000_000 - total)}` +
    `${file.payments.map(entry).join('')}</Stmt></BkToCstmrStmt></Document>\n`
  )
}
