import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The other side opened this line of the mailbox for the first time. When, never who or where. */
@Entity('message_read')
@Index('ix_message_read_case', ['caseId'])
export class MessageRead {
  @ForeignKey('CaseEvent', { name: 'fk_message_read_line' })
  @PrimaryColumn({ name: 'line_id', type: 'varchar', length: 26, primaryKeyConstraintName: 'pk_message_read' })
  lineId: string;
  @ForeignKey('CaseFile', { name: 'fk_message_read_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { name: 'read_at', length: 24 }) readAt: string;
}
